using System;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>A department's record that stands for the customer, and what its source is worth.</summary>
internal sealed record LinkedRecord
{
    /// <summary>Key of the link; decides between equals, so it does not depend on the order of arrival.</summary>
    public string Link { get; init; } = "";

    /// <summary>The source's name, for people.</summary>
    public string Source { get; init; } = "";

    public Trust Trust { get; init; } = Trust.Unknown;

    /// <summary>When somebody last confirmed the record's values, UTC; null: nobody did.</summary>
    public DateTime? ConfirmedOn { get; init; }

    /// <summary>With the columns as written; a record without them contributes what needs no spelling.</summary>
    public NormalRecord Record { get; init; } = new();
}

/// <summary>How far a source is trusted, 0 to 100, by group.</summary>
internal sealed record Trust
{
    /// <summary>Of a source about which nobody said anything.</summary>
    public const int Neutral = 50;

    public static Trust Unknown { get; } = new();

    public int Name { get; init; } = Neutral;

    public int Birth { get; init; } = Neutral;

    public int Contact { get; init; } = Neutral;

    public int Address { get; init; } = Neutral;

    public int Id { get; init; } = Neutral;

    public int Of(SurvivingGroup group) => group switch
    {
        SurvivingGroup.Birth => Birth,
        SurvivingGroup.Email or SurvivingGroup.Phone => Contact,
        SurvivingGroup.Address => Address,
        SurvivingGroup.NationalId => Id,
        _ => Name,
    };
}
