using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Customer.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>The customer to whom something is granted.</summary>
/// <param name="Ids">All ids that he goes by, his present one last.</param>
/// <param name="Segment">As which he counts; where nobody has put him in a class, as the lowest.</param>
internal sealed record GoodwillCustomer(IReadOnlyList<Guid> Ids, string Name, string Country, ValueSegment Segment, bool IsForgotten)
{
    private const string Survivor = "survivor";

    private static readonly string[] Columns = [Fields.CustomerId, Fields.Name, Fields.Country, Fields.ValueSegment, Fields.StatusCode, Fields.MergedIntoId];

    public Guid Id => Ids[Ids.Count - 1];

    /// <summary>The customer, or the one that he turned out to be. One request, with the system's rights: his class is a secured column.</summary>
    public static GoodwillCustomer Read(IOrganizationService system, Guid id)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(Columns), TopCount = 1 };
        query.Criteria.AddCondition(Fields.CustomerId, ConditionOperator.Equal, id);
        var survivor = query.AddLink(Tables.Customer, Fields.MergedIntoId, Fields.CustomerId, JoinOperator.LeftOuter);
        survivor.EntityAlias = Survivor;
        survivor.Columns = new ColumnSet(Columns);
        var row = system.RetrieveMultiple(query).Entities[0];
        return CustomerRows.Column(row, Survivor + "." + Fields.CustomerId) is Guid other ? Of(row, Survivor + ".", [id, other]) : Of(row, "", [id]);
    }

    private static GoodwillCustomer Of(Entity row, string prefix, IReadOnlyList<Guid> ids) => new(
        ids,
        CustomerRows.Column(row, prefix + Fields.Name) as string ?? "",
        (CustomerRows.Column(row, prefix + Fields.Country) as string ?? "").Split('-').First(),
        Choice.Read<ValueSegment>(CustomerRows.Column(row, prefix + Fields.ValueSegment)) ?? ValueSegments.Lowest,
        (CustomerRows.Column(row, prefix + Fields.StatusCode) as OptionSetValue)?.Value == (int)Model.Customer_StatusCode.Forgotten);
}
