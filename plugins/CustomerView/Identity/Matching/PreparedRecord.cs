using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>A record made ready for many comparisons under one model: generic values left out, rarities looked up. Made by <see cref="PairScorer.Prepare"/>.</summary>
internal sealed class PreparedRecord
{
    internal PreparedRecord(NameParts given, NameParts family, float[] rarity)
    {
        Given = given;
        Family = family;
        Rarity = rarity;
    }

    public NameParts Given { get; }

    public NameParts Family { get; }

    public string? Suffix { get; init; }

    /// <summary>yyyymmdd; 0 where it is missing.</summary>
    public int BirthDate { get; init; }

    public NationalId[] NationalIds { get; init; } = NationalId.None;

    public string[] Emails { get; init; } = NormalRecord.None;

    public string[] Phones { get; init; } = NormalRecord.None;

    public string? Street { get; init; }

    public string? StreetNumber { get; init; }

    public string? City { get; init; }

    public string? District { get; init; }

    public string? Postcode { get; init; }

    public string? State { get; init; }

    public string? Company { get; init; }

    /// <summary>Whether the record is of an organisation, or names nobody but a company: then nothing of it is shared by a household.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>Per field: how many bits more (or less) than the average agreement says, agreement on this value says.</summary>
    internal float[] Rarity { get; }
}
