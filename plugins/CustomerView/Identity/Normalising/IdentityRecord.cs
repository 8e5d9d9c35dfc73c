namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>What a source wrote about a person or organisation, untouched. Every column may be missing, empty or nonsense.</summary>
internal sealed record IdentityRecord
{
    /// <summary>Used where neither a given nor a family name stands apart, in either order, with or without a comma.</summary>
    public string? FullName { get; init; }

    public string? GivenName { get; init; }

    /// <summary>One surname or two.</summary>
    public string? FamilyName { get; init; }

    public string? SecondFamilyName { get; init; }

    public string? Company { get; init; }

    /// <summary>In any of the shapes that <see cref="DateReading"/> knows.</summary>
    public string? BirthDate { get; init; }

    /// <summary>One address or several, with semicolons, commas or spaces between.</summary>
    public string? Email { get; init; }

    /// <summary>One number or several, with semicolons, commas or slashes between.</summary>
    public string? Phone { get; init; }

    /// <summary>One number or several, with semicolons or commas between, each with the name of its document or without.</summary>
    public string? NationalId { get; init; }

    public string? Street { get; init; }

    public string? StreetNumber { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Postcode { get; init; }

    /// <summary>A code or a name; empty: the tenant's own country.</summary>
    public string? Country { get; init; }
}
