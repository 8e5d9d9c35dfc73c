namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Why values survived, in code; stored, so never renamed.</summary>
internal static class LineageRule
{
    /// <summary>A person typed them on the customer.</summary>
    public const string Typed = "typed";

    /// <summary>No other record says anything.</summary>
    public const string Only = "only";

    /// <summary>All records say the same, or are worth the same: the smallest key decides.</summary>
    public const string Equal = "equal";

    /// <summary>The strategy that decided.</summary>
    public static string Of(Strategy strategy) => strategy switch
    {
        Strategy.Trusted => "trusted",
        Strategy.Recent => "recent",
        Strategy.Complete => "complete",
        _ => "frequent",
    };
}
