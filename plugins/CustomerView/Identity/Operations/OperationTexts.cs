using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>What joining, splitting and undoing say to people.</summary>
internal static class OperationTexts
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Identity.Operations.OperationMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
