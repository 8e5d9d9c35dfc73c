using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Reads and writes what the golden record needs of Dataverse. Each method is one request.</summary>
internal sealed class GoldenStore
{
    private const string SourceAlias = "source";
    private const int MostLinks = 500;

    private static readonly string[] TrustColumns =
        [CustomerSource.Fields.Name, CustomerSource.Fields.TrustName, CustomerSource.Fields.TrustBirth, CustomerSource.Fields.TrustContact, CustomerSource.Fields.TrustAddress, CustomerSource.Fields.TrustId];

    private readonly IOrganizationService service;

    public GoldenStore(IOrganizationService service) => this.service = service;

    /// <summary>The customer's row, or null where it is gone, was merged into another or forgotten.</summary>
    public Entity? Customer(Guid id, params string[] more)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet([.. GoldenRow.Columns]), TopCount = 1 };
        query.ColumnSet.AddColumns(Model.Customer.Fields.Lineage, Model.Customer.Fields.Kind, Model.Customer.Fields.Stage, Model.Customer.Fields.ModifiedOn);
        query.ColumnSet.AddColumns(more);
        query.Criteria.AddCondition(Model.Customer.Fields.CustomerId, ConditionOperator.Equal, id);
        query.Criteria.AddCondition(Model.Customer.Fields.StateCode, ConditionOperator.Equal, (int)Customer_StateCode.Active);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    /// <summary>The records that stand for the customer, at most 500 of them, by their keys.</summary>
    public IReadOnlyList<LinkedRecord> Records(Guid customer)
    {
        var query = new QueryExpression(Tables.SourceLink) { ColumnSet = new ColumnSet(SourceLink.Fields.Identity, SourceLink.Fields.ConfirmedOn, SourceLink.Fields.RecordTable), TopCount = MostLinks };
        query.Criteria.AddCondition(SourceLink.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(SourceLink.Fields.StateCode, ConditionOperator.Equal, (int)SourceLink_StateCode.Active);
        query.AddOrder(SourceLink.Fields.SourceLinkId, OrderType.Ascending);
        var source = query.AddLink(Tables.CustomerSource, SourceLink.Fields.SourceId, CustomerSource.Fields.SourceId, JoinOperator.LeftOuter);
        source.EntityAlias = SourceAlias;
        source.Columns = new ColumnSet(TrustColumns);
        return [.. service.RetrieveMultiple(query).Entities.Select(Read).OfType<LinkedRecord>()];
    }

    /// <summary>Writes a change of a row that nobody else changed since it was read.</summary>
    public void Update(Entity change, string? rowVersion)
    {
        change.RowVersion = rowVersion;
        service.Execute(new UpdateRequest
        {
            Target = change, ConcurrencyBehavior = string.IsNullOrEmpty(rowVersion) ? ConcurrencyBehavior.AlwaysOverwrite : ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    // a link whose snapshot can't be read says nothing until its record is linked again
    private static LinkedRecord? Read(Entity row)
    {
        var identity = row.GetAttributeValue<string>(SourceLink.Fields.Identity);
        if (string.IsNullOrEmpty(identity)) return null;

        try
        {
            return new LinkedRecord
            {
                Link = row.Id.ToString("D", System.Globalization.CultureInfo.InvariantCulture),
                Source = Value(row, CustomerSource.Fields.Name) as string ?? row.GetAttributeValue<string>(SourceLink.Fields.RecordTable) ?? "",
                Trust = new Trust
                {
                    Name = Number(row, CustomerSource.Fields.TrustName),
                    Birth = Number(row, CustomerSource.Fields.TrustBirth),
                    Contact = Number(row, CustomerSource.Fields.TrustContact),
                    Address = Number(row, CustomerSource.Fields.TrustAddress),
                    Id = Number(row, CustomerSource.Fields.TrustId),
                },
                ConfirmedOn = row.GetAttributeValue<DateTime?>(SourceLink.Fields.ConfirmedOn),
                Record = NormalRecordJson.Read(identity),
            };
        }
        catch (SerializationException)
        {
            return null;
        }
    }

    private static int Number(Entity row, string column) => Value(row, column) as int? ?? Trust.Neutral;

    private static object? Value(Entity row, string column) => row.GetAttributeValue<AliasedValue>(SourceAlias + "." + column)?.Value;
}
