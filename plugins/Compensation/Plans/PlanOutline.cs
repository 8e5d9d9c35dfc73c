using System.Collections.Generic;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>What a component measures. The numbers are those of option set crmx_paymetric, less its base 574840000.</summary>
internal enum PlanMetric
{
    Retention = 0,
    Development = 1,
    Satisfaction = 2,
    Recognition = 3,
    Team = 4,
    ProductQuota = 5,
    Recovered = 6,
}

/// <summary>A plan as far as it is written.</summary>
internal sealed record PlanOutline
{
    public bool HasJob { get; init; }

    public bool IsForCustomerManagers { get; init; }

    public bool IsForCollectors { get; init; }

    public IReadOnlyList<PlanOutlineComponent> Components { get; init; } = [];
}

/// <summary>A component as far as it is written.</summary>
/// <param name="Metric">Null: nobody has said what is measured.</param>
/// <param name="Weight">Percent of the plan's variable pay.</param>
internal sealed record PlanOutlineComponent(string Name, PlanMetric? Metric, decimal Weight)
{
    /// <summary>Where what is measured can be looked up.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Attainments, 1 being the goal; null: not said.</summary>
    public decimal? Threshold { get; init; }

    public decimal? Target { get; init; }

    public decimal? Cap { get; init; }
}

/// <summary>Something about a plan that is to be mended.</summary>
/// <param name="Code">Name of the text that says it.</param>
/// <param name="IsImpossible">No further component can put it right: it is not even saved.</param>
internal sealed record PlanFinding(string Code, bool IsImpossible, params object[] Facts)
{
    public string Write(Language language) => PlanTexts.Write(language, "Finding." + Code, Facts);
}
