using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What the close, statements, disputes and the export say to people.</summary>
internal static class ClosingTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Closing.Messages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);

    /// <summary>A state as people read it.</summary>
    public static string State(Language language, StatementState state) => Write(language, "State" + state);
}
