using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>What is said about portfolios.</summary>
internal static class PortfolioTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Portfolios.PortfolioMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);

    /// <summary>Why a customer is to get another manager.</summary>
    /// <param name="former">The former manager's name; empty: there was none.</param>
    public static string Why(Language language, MoveReason reason, string former, int figure) => Write(language, "Why." + reason, former, figure);
}
