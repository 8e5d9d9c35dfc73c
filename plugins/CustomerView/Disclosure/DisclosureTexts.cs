using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>What the card and its log say to people.</summary>
internal static class DisclosureTexts
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Disclosure.DisclosureMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
