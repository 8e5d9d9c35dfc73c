using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What linking says to people.</summary>
internal static class LinkingTexts
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Identity.Linking.LinkingMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
