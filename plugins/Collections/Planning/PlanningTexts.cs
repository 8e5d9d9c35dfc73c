using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>What lists, grids and reports say to people.</summary>
internal static class PlanningTexts
{
    private static readonly Texts All = new("Crm.Extensions.Collections.Planning.PlanningMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
