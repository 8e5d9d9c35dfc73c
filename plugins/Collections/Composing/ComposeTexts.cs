using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>What composing and repairing say to people.</summary>
internal static class ComposeTexts
{
    private static readonly Texts All = new("Crm.Extensions.Collections.Composing.ComposeMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
