namespace Crm.Extensions.Service.Goodwill;

/// <summary>What money is given for.</summary>
internal enum GoodwillKind
{
    /// <summary>To put things right: within what the job may spend for such a customer.</summary>
    Goodwill,

    /// <summary>What was wrongly taken is given back: no limit but what was taken.</summary>
    Redress,
}

/// <summary>The customer's class by value, the best first. The order is that of crmx_segment.</summary>
internal enum ValueSegment
{
    A,
    B,
    C,
    D,
}

/// <summary>What the classes mean for goodwill.</summary>
internal static class ValueSegments
{
    /// <summary>The best customers: for them the month's limit warns and does not stop.</summary>
    public const ValueSegment Top = ValueSegment.A;

    /// <summary>As which a customer counts whom nobody has put in a class.</summary>
    public const ValueSegment Lowest = ValueSegment.D;
}

/// <summary>What becomes of a wish to spend.</summary>
internal enum GoodwillOutcome
{
    /// <summary>Within every limit.</summary>
    Granted,

    /// <summary>Beyond the month's limit, for a customer of the top segment: granted, and the lead is told.</summary>
    GrantedWithAlert,

    /// <summary>More than may be spent on this case.</summary>
    BeyondCase,

    /// <summary>More than is left of the month.</summary>
    BeyondMonth,
}
