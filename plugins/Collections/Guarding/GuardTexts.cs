using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>What the guards say to people beyond the verdict itself.</summary>
internal static class GuardTexts
{
    private static readonly Texts All = new("Crm.Extensions.Collections.Guarding.GuardMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
