namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Why two clusters of a group stay apart though a pair across them scores as a match.</summary>
internal enum ApartReason
{
    /// <summary>A steward said that two of their records are different.</summary>
    Steward,

    /// <summary>Two of their records carry exclusive identifiers that contradict each other: the pair itself is ambiguous.</summary>
    Conflict,

    /// <summary>Both have a record of one source that is known to hold each customer once.</summary>
    CleanSource,

    /// <summary>Together they would be large, and too few pairs across match by themselves.</summary>
    Size,

    /// <summary>Most pairs across contradict each other.</summary>
    Cohesion,
}
