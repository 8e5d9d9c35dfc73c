using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>One row, by id or by key.</summary>
internal sealed class RetrieveMessage : IMessageHandler
{
    public string Message => "Retrieve";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var columns = request.Required<ColumnSet>("ColumnSet");
        var table = context.TableOf(target.LogicalName);
        if (request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is { Count: > 0 }) throw PlatformFaults.Unsupported("RelatedEntitiesQuery of message 'Retrieve'");
        lock (context.Organization.Database.Gate)
        {
            var id = Addressing.Find(context, table, target) ?? throw PlatformFaults.NotFoundByKey(table.LogicalName);
            var row = context.View.Find(table.LogicalName, id) ?? throw PlatformFaults.DoesNotExist(table.LogicalName, id);
            context.Demand(table, AccessRight.Read, row);
            var entity = Written(row, Asked(table, columns), context);
            return new RetrieveResponse { Results = { ["Entity"] = entity } };
        }
    }

    private static IEnumerable<Column> Asked(Table table, ColumnSet columns) => columns.AllColumns
        ? table.Columns.Values
        : columns.Columns.Select(name => table.Find(name) ?? throw PlatformFaults.UnknownColumn(table.LogicalName, name));

    // A secured column that the user may not read is left out, as an empty one is
    private static Entity Written(Row row, IEnumerable<Column> columns, MessageContext context)
    {
        var entity = new Entity(row.Table.LogicalName, row.Id) { RowVersion = row.Version.ToString(CultureInfo.InvariantCulture) };
        var writer = new ColumnWriter(context.Catalog, context.View, context.Queries.Labels(context.View, context.Call));
        foreach (var column in columns)
        {
            if (!column.Secured || context.MayRead(row, column)) writer.Write(entity, column.LogicalName, new Cell(0, row.Table, column), row);
        }

        entity[row.Table.PrimaryId] = row.Id;
        return entity;
    }
}
