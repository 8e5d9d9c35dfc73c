using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>
/// A record of somebody who asked to be forgotten and whom a feed brings back: it is not linked, nothing is kept of what it says, and what he had
/// forbidden stays forbidden.
/// </summary>
internal static class ForgottenRecord
{
    /// <summary>The mark on such a link.</summary>
    public const string Mark = "forgotten";

    /// <param name="link">Its link; null where it has none yet.</param>
    /// <param name="row">The department's row.</param>
    /// <param name="keys">Rows of its stored blocking keys.</param>
    /// <param name="suppressions">The rows of crmx_suppression that know it.</param>
    public static IReadOnlyList<OrganizationRequest> Requests(
        Arrival arrival, Publication publication, KnownLink? link, Entity row, IReadOnlyList<Entity> keys, IReadOnlyList<Entity> suppressions)
    {
        var requests = new List<OrganizationRequest> { new UpsertRequest { Target = Closed(arrival, publication.LinkId) } };
        requests.AddRange(keys.Select(key => new DeleteRequest { Target = key.ToEntityReference() }));
        if (ErasurePlan.EmptiedRecord(row) is { } emptied) requests.Add(new UpdateRequest { Target = emptied });
        if (OptOuts(row, suppressions) is { Attributes.Count: > 0 } forbidden) requests.Add(new UpdateRequest { Target = forbidden });
        return requests;
    }

    private static Entity Closed(Arrival arrival, Guid link) => new(Tables.SourceLink, link)
    {
        [SourceLink.Fields.Name] = Mark,
        [SourceLink.Fields.RecordTable] = arrival.Table,
        [SourceLink.Fields.RecordId] = DerivedIds.Text(arrival.Record),
        [SourceLink.Fields.Identity] = null,
        [SourceLink.Fields.CustomerId] = null,
        [SourceLink.Fields.Explanation] = null,
        [SourceLink.Fields.GroupId] = null,
        [SourceLink.Fields.Marks] = Mark,
        [SourceLink.Fields.StateCode] = new OptionSetValue((int)SourceLink_StateCode.Inactive),
        [SourceLink.Fields.StatusCode] = new OptionSetValue((int)SourceLink_StatusCode.Rejected),
    };

    // the boxes of the platform's own tables that are named in the opt-outs kept
    private static Entity? OptOuts(Entity row, IReadOnlyList<Entity> suppressions)
    {
        if (row.LogicalName == Tables.ExternalRecord) return null;

        var kept = string.Join(" ", suppressions.Select(suppression => suppression.GetAttributeValue<string>(Suppression.Fields.OptOuts) ?? ""));
        var forbidden = new Entity(row.LogicalName, row.Id);
        foreach (var box in RecordColumns.OptOuts.Where(box => kept.IndexOf(box, StringComparison.OrdinalIgnoreCase) >= 0)) forbidden[box] = true;
        return forbidden;
    }
}
