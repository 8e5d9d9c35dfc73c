using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What is said to people about facts and questions.</summary>
internal static class FactTexts
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Facts.FactMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
