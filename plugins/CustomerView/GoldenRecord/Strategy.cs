namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>What makes one record's values better than another's.</summary>
internal enum Strategy
{
    /// <summary>The source is trusted more for this group.</summary>
    Trusted = 0,

    /// <summary>Somebody confirmed it later.</summary>
    Recent = 1,

    /// <summary>It says more: more parts, accents, capitals where they belong.</summary>
    Complete = 2,

    /// <summary>More records say the same.</summary>
    Frequent = 3,
}
