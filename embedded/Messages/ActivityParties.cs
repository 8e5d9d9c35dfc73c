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
    // participationtypemask, by column
    private static readonly Dictionary<string, int> Roles = new(StringComparer.Ordinal)
    {
        ["from"] = 1, ["to"] = 2, ["cc"] = 3, ["bcc"] = 4, ["requiredattendees"] = 5, ["optionalattendees"] = 6, ["organizer"] = 7, ["resources"] = 10, ["customers"] = 11, ["partners"] = 12,
    };

    /// <summary>The participation type that a column's parties have; null where it is no party list.</summary>
    public static int? RoleOf(string column) => Roles.TryGetValue(column, out var role) ? role : null;

    /// <summary>Puts these parties in the place of those that the column had.</summary>
    public static void Replace(MessageContext context, Table activity, Guid id, Column column, object? value)
    {
        var role = RoleOf(column.LogicalName) ?? throw PlatformFaults.Unsupported($"party list '{column}' of '{activity}'");
        var parties = value switch
        {
            null => [],
            EntityCollection collection => collection.Entities.ToList(),
            Entity[] entities => [.. entities],
            _ => throw PlatformFaults.WrongType(activity, column, value),
        };
        var table = context.Catalog.Find("activityparty") ?? throw PlatformFaults.UnknownTable("activityparty");
        foreach (var old in context.Transaction.Referencing("activityparty", "activityid", id).Where(row => row["participationtypemask"] is int mask && mask == role).ToList())
            context.Transaction.Delete(table, old.Id);
        foreach (var party in parties)
        {
            var values = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var (name, part) in party.Attributes)
            {
                if (name is "activityid" or "participationtypemask" or "activitypartyid") continue;
                var known = table.Find(name) ?? throw PlatformFaults.UnknownColumn("activityparty", name);
                if (ColumnValue.Read(table, known, part) is { } kept) values[name] = kept;
            }

            foreach (var (name, kept) in values) References.Demand(context, table, table.Find(name)!, kept);
            var row = context.Organization.Database.NextId();
            values["activitypartyid"] = row;
            values["activityid"] = new Reference(activity.LogicalName, id);
            values["participationtypemask"] = role;
            context.Transaction.Insert(new Row(table, row, context.Organization.Database.NextVersion(), values));
        }
    }
}
