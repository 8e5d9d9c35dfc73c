using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A record in the form in which records are compared. Never changed after it was made, its arrays neither; no array is null.</summary>
/// <remarks>
/// Words are folded: lower case, without accents (ñ as n), without punctuation. What could not be understood is not in here but among
/// <see cref="Marks"/>, so that nonsense is never evidence.
/// </remarks>
internal sealed class NormalRecord
{
    internal static readonly string[] None = [];

    /// <summary>Given names as written, in their order.</summary>
    public string[] GivenNames { get; init; } = None;

    /// <summary>The given names with pet names resolved (pepe is jose); an ambiguous one is there with each of its meanings.</summary>
    public string[] CanonicalGivenNames { get; init; } = None;

    /// <summary>Surnames in their order, without particles (de la, van der).</summary>
    public string[] FamilyNames { get; init; } = None;

    /// <summary>What tells namesakes apart: jr, sr, ii, iii, iv; or null.</summary>
    public string? Suffix { get; init; }

    /// <summary>The organisation's name without its legal form and without articles, words separated by one space.</summary>
    public string? Company { get; init; }

    /// <summary>The legal form without dots and spaces: sadecv, sas, ltda, inc; or null.</summary>
    public string? CompanyForm { get; init; }

    public CalendarDate? BirthDate { get; init; }

    /// <summary>Valid addresses in the form in which two spellings of one mailbox are equal.</summary>
    public string[] Emails { get; init; } = None;

    /// <summary>E.164, such as +525512345678; without the plus where the country is unknown.</summary>
    public string[] Phones { get; init; } = None;

    public NationalId[] NationalIds { get; init; } = NationalId.None;

    /// <summary>Words of the street with its kind in one spelling (cl, cra, av, st), without numbers of house and flat; numbers that name the street stay.</summary>
    public string[] Street { get; init; } = None;

    /// <summary>The house's number, such as 222, 10-34, 5b.</summary>
    public string? StreetNumber { get; init; }

    /// <summary>Colony, quarter or development that was named in the street's line.</summary>
    public string? District { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    /// <summary>Letters and digits only, lower case.</summary>
    public string? Postcode { get; init; }

    /// <summary>ISO 3166-1 alpha-2, as written or the default; null where neither is known.</summary>
    public string? Country { get; init; }

    public RecordKind Kind { get; init; }

    /// <summary>What was wrong with the record, see <see cref="Mark"/>; in alphabetical order, each once.</summary>
    public string[] Marks { get; init; } = None;

    /// <summary>The columns as people wrote them, cleaned of what can't be shown; for display, never for comparison. Null when it was not asked for.</summary>
    public IdentityRecord? Written { get; init; }
}
