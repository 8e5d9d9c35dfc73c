using System;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What was asked or decided about a pair of links, as it was read.</summary>
internal sealed class KnownReview
{
    private readonly Entity row;

    public KnownReview(Entity row) => this.row = row;

    public Guid Id => row.Id;

    public string RowVersion => row.RowVersion;

    public Guid Left => row.GetAttributeValue<EntityReference>(ClericalReview.Fields.LeftLinkId).Id;

    public Guid Right => row.GetAttributeValue<EntityReference>(ClericalReview.Fields.RightLinkId).Id;

    /// <summary>The pair, whichever is named first.</summary>
    public Guid Pair => DerivedIds.Review(Left, Right);

    public decimal? Score => row.GetAttributeValue<decimal?>(ClericalReview.Fields.Score);

    /// <summary>True: the same; false: different; null: nobody has said.</summary>
    public bool? IsSame => (ReviewDecision?)row.GetAttributeValue<OptionSetValue>(ClericalReview.Fields.Decision)?.Value switch
    {
        ReviewDecision.Same => true,
        ReviewDecision.Different => false,
        _ => null,
    };

    public ClericalReview_StatusCode Status =>
        (ClericalReview_StatusCode)(row.GetAttributeValue<OptionSetValue>(ClericalReview.Fields.StatusCode)?.Value ?? (int)ClericalReview_StatusCode.Open);

    /// <summary>Whether it waits for a steward.</summary>
    public bool IsOpen => IsSame is null && Status == ClericalReview_StatusCode.Open;

    /// <summary>The link that is paired with this one.</summary>
    public Guid PartnerOf(Guid link) => Left == link ? Right : Left;

    /// <summary>The group of that partner; null where its link is no longer live.</summary>
    public Guid? GroupOfPartner(Guid link)
    {
        var alias = Left == link ? LinkQueries.RightAlias : LinkQueries.LeftAlias;
        if (Value(alias, SourceLink.Fields.StateCode) is not OptionSetValue { Value: (int)SourceLink_StateCode.Active }) return null;

        return (Value(alias, SourceLink.Fields.GroupId) as EntityReference)?.Id ?? PartnerOf(link);
    }

    private object? Value(string alias, string column) => row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value;
}
