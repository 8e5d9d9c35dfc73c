using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What becomes of a limit change or of a block, with all reasons.</summary>
/// <param name="Decision">Allowed, stopped, or breach where it has happened.</param>
/// <param name="EarliestOn">From when on it may take effect as things stand; null where the day is not what it lacks.</param>
/// <param name="Proof">The claim computed again; null where nothing was claimed.</param>
internal sealed record LimitJudgement(
    Decision Decision, IReadOnlyList<Finding> Findings, CalendarDate? EarliestOn, MetricProof? Proof, string Currency, string Country, string PackVersion)
{
    public bool Allowed => Decision == Decision.Allowed;

    /// <summary>A rule that is enforced objects; else it is only recorded.</summary>
    public bool Enforced => Findings.Any(finding => finding is { Objects: true, Mode: RuleMode.Enforce });

    /// <summary>Ids of the rules that decided, separated by commas.</summary>
    public string RuleIds => string.Join(
        ",", Findings.Where(finding => Allowed || finding.Objects).Select(finding => finding.RuleId).Distinct());

    /// <summary>Puts together what the rules said; what a rule that is off said is not heard.</summary>
    public static LimitJudgement Of(
        IEnumerable<Finding> findings, bool happened, CalendarDate? earliest, MetricProof? proof, string currency, CountryPack pack)
    {
        var heard = findings.Where(finding => finding.Mode != RuleMode.Off).ToList();
        var decision = heard.All(finding => !finding.Objects) ? Decision.Allowed : happened ? Decision.Breach : Decision.Stopped;
        return new LimitJudgement(decision, heard, earliest, proof, currency, pack.Country, pack.Version);
    }
}
