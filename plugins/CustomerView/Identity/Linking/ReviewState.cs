using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A review's state, which follows its decision, and the records that it is about.</summary>
internal static class ReviewState
{
    /// <summary>Closes a review that was decided, opens one that was not.</summary>
    public static void Settle(IOrganizationService system, Guid review)
    {
        var query = new QueryExpression(Tables.ClericalReview) { ColumnSet = new ColumnSet(ClericalReview.Fields.Decision, ClericalReview.Fields.StatusCode) };
        query.Criteria.AddCondition(ClericalReview.Fields.ClericalReviewId, ConditionOperator.Equal, review);
        if (system.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row) return;

        var known = row.ToEntity<ClericalReview>();
        var wanted = known.Decision is null or ReviewDecision.Undecided ? ClericalReview_StatusCode.Open : ClericalReview_StatusCode.Decided;
        if (known.StatusCode != wanted) system.Update(Stated(review, wanted));
    }

    /// <summary>The links of a pair, the left one first.</summary>
    public static IEnumerable<KnownLink> Ends(IOrganizationService system, Guid review) =>
        system.RetrieveMultiple(LinkQueries.EndsOf(review)).Entities.Select(row => new KnownLink(row)).OrderBy(link => DerivedIds.Text(link.Id), StringComparer.Ordinal);

    /// <summary>A review in that state.</summary>
    public static Entity Stated(Guid review, ClericalReview_StatusCode status) => new(Tables.ClericalReview, review)
    {
        [ClericalReview.Fields.StateCode] = new OptionSetValue((int)(status == ClericalReview_StatusCode.Open ? ClericalReview_StateCode.Active : ClericalReview_StateCode.Inactive)),
        [ClericalReview.Fields.StatusCode] = new OptionSetValue((int)status),
    };
}
