using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>What is said about plans and who is on them.</summary>
internal static class PlanTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Plans.PlanMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
