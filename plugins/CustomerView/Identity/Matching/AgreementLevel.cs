namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How two values of a field agree, the best first; stored by name, so never renamed. A field uses those that make sense for it.</summary>
internal enum AgreementLevel
{
    /// <summary>One of the two is missing: no evidence.</summary>
    Missing,
    Exact,

    /// <summary>A pet name and what it stands for; for e-mail: the same mailbox at another domain.</summary>
    Equivalent,

    /// <summary>The same parts in another order: two surnames, day and month, given and family name.</summary>
    Swapped,

    /// <summary>One has parts that the other lacks: a second given name, a second surname.</summary>
    Partial,

    /// <summary>Apart by a typing error.</summary>
    Close,

    /// <summary>Alike, by more than one error.</summary>
    Near,

    /// <summary>An initial for the name; for dates: two of year, month and day.</summary>
    Initial,

    /// <summary>Something in common, far from agreement: one surname of two, the same year.</summary>
    Slight,
    Different,
}

/// <summary>Numbers of levels.</summary>
internal static class AgreementLevels
{
    public const int Count = (int)AgreementLevel.Different + 1;
}
