using Crm.Extensions.Platform;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What is said to people about spending to put things right.</summary>
internal static class GoodwillTexts
{
    private static readonly Texts All = new("Crm.Extensions.Service.Goodwill.GoodwillMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
