using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>What exporting and forgetting say to people.</summary>
internal static class ErasureTexts
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Erasure.ErasureMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
