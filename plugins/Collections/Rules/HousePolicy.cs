using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What the tenant adds to the law: which rules are observed or enforced, and how each is tightened. It can loosen nothing.</summary>
internal sealed class HousePolicy
{
    /// <summary>Every rule enforced as the pack has it; channel authorisation, which asks for records that a tenant may not keep yet, is off.</summary>
    public static readonly HousePolicy LawEnforced = new(RuleMode.Enforce, []);

    /// <summary>The authority of what the house asks of itself.</summary>
    public static readonly RuleSource Source = new("Política de la casa", IsLaw: false, Verified: true);

    private readonly Dictionary<string, HouseRule> rules;

    private HousePolicy(RuleMode mode, IEnumerable<HouseRule> rules)
    {
        DefaultMode = mode;
        this.rules = rules.ToDictionary(rule => rule.RuleId, StringComparer.Ordinal);
    }

    /// <summary>The mode of rules that no row speaks of. Off switches every rule off, whatever its row says.</summary>
    public RuleMode DefaultMode { get; }

    /// <summary>Rows that could not be understood, one sentence each; they are left aside and the law holds.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The policy for one country on one day, out of the rows of crmx_courtesypolicy.</summary>
    public static HousePolicy Of(RuleMode defaultMode, IEnumerable<PolicyRow> rows, string country, CalendarDate day)
    {
        var problems = new List<string>();
        var found = new Dictionary<string, HouseRule>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.HoldsFor(country, day)))
        {
            if (!RuleIds.All.Contains(row.Rule) && !RuleIds.Limits.Contains(row.Rule))
            {
                problems.Add(string.Format(CultureInfo.InvariantCulture, "Rule '{0}' is unknown. Known rules: {1}.", row.Rule, string.Join(", ", RuleIds.All.Concat(RuleIds.Limits))));
                continue;
            }

            if (!HouseRule.TryRead(row, out var rule, out var problem))
            {
                problems.Add(problem);
            }

            found[row.Rule] = found.TryGetValue(row.Rule, out var earlier) ? earlier.And(rule) : rule;
        }

        return new HousePolicy(defaultMode, found.Values) { Problems = problems };
    }

    /// <summary>Days on which the house is closed; empty where nobody said.</summary>
    public IReadOnlyList<Closure> Closures { get; private set; } = [];

    /// <summary>This policy with the tenant's own closed days, by its calendar of business closures.</summary>
    public HousePolicy ClosedOn(IReadOnlyList<Closure> closures) => new(DefaultMode, rules.Values) { Problems = Problems, Closures = closures };

    public RuleMode ModeOf(string ruleId)
    {
        if (DefaultMode == RuleMode.Off)
        {
            return RuleMode.Off;
        }

        return For(ruleId)?.Mode ?? (ruleId == RuleIds.ChannelAuthorisation ? RuleMode.Off : DefaultMode);
    }

    /// <summary>What the house adds to a rule, or null.</summary>
    public HouseRule? For(string ruleId) => rules.Count > 0 && rules.TryGetValue(ruleId, out var rule) ? rule : null;
}

/// <summary>A row of crmx_courtesypolicy.</summary>
/// <param name="Country">ISO code; empty: every country.</param>
/// <param name="Value">How the rule is tightened; empty: only its mode is set. See <see cref="HouseRule"/>.</param>
/// <param name="Mode">Null: the tenant's default.</param>
internal sealed record PolicyRow(string Country, string Rule, string Value, RuleMode? Mode, CalendarDate? From, CalendarDate? Until)
{
    public bool HoldsFor(string country, CalendarDate day) =>
        (Country.Length == 0 || string.Equals(Country, country, StringComparison.OrdinalIgnoreCase))
        && (From is null || From.Value <= day)
        && (Until is null || day <= Until.Value);
}
