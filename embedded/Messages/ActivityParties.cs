using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Party lists: the columns of an activity whose content is rows of activityparty.</summary>
internal static class ActivityParties
{
    /// <summary>Puts these parties in the place of those that the column had.</summary>
    public static void Replace(MessageContext context, Table activity, Guid id, Column column, object? value)
    {
        var role = PartyRoles.Of(column.LogicalName) ?? throw PlatformFaults.Unsupported($"party list '{column}' of '{activity}'");
        var parties = value switch
        {
            null => [],
            EntityCollection collection => collection.Entities.ToList(),
            Entity[] entities => [.. entities],
            _ => throw PlatformFaults.WrongType(activity, column, value),
        };
        var table = context.Catalog.Find(PartyRoles.Table) ?? throw PlatformFaults.UnknownTable(PartyRoles.Table);
        foreach (var old in context.Transaction.Referencing(PartyRoles.Table, "activityid", id).Where(row => row[PartyRoles.Mask] is int mask && mask == role).ToList())
            context.Transaction.Delete(table, old.Id);
        foreach (var party in parties)
        {
            var values = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var (name, part) in party.Attributes)
            {
                if (name is "activityid" or PartyRoles.Mask or "activitypartyid") continue;
                var known = table.Find(name) ?? throw PlatformFaults.UnknownColumn(PartyRoles.Table, name);
                if (ColumnValue.Read(table, known, part) is { } kept) values[name] = kept;
            }

            foreach (var (name, kept) in values) References.Demand(context, table, table.Find(name)!, kept);
            var row = context.Organization.Database.NextId();
            values["activitypartyid"] = row;
            values["activityid"] = new Reference(activity.LogicalName, id);
            values[PartyRoles.Mask] = role;
            context.Transaction.Insert(new Row(table, row, context.Organization.Database.NextVersion(), values));
        }
    }
}
