using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The rules of a calendar: column <c>calendarrules</c>, whose content is rows of calendarrule. They are written with their calendar, never by themselves.</summary>
internal static class CalendarRules
{
    public const string Table = "calendarrule";
    private const string Calendar = "calendarid";

    /// <summary>Puts these rules in the place of those that the calendar had.</summary>
    public static void Replace(MessageContext context, Table calendar, Guid id, Column column, object? value)
    {
        var rules = value switch
        {
            null => [],
            EntityCollection collection => collection.Entities.ToList(),
            _ => throw PlatformFaults.WrongType(calendar, column, value),
        };
        var table = context.Catalog.Find(Table) ?? throw PlatformFaults.UnknownTable(Table);
        foreach (var old in context.Transaction.Referencing(Table, Calendar, id).ToList()) context.Transaction.Delete(table, old.Id);
        foreach (var rule in rules)
        {
            var row = rule.Id == Guid.Empty ? context.Organization.Database.NextId() : rule.Id;
            var values = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [table.PrimaryId] = row,
                [Calendar] = new Reference(calendar.LogicalName, id),
            };
            foreach (var (name, part) in rule.Attributes)
            {
                if (name == Calendar || name == table.PrimaryId) continue;
                var known = table.Find(name) ?? throw PlatformFaults.UnknownColumn(Table, name);
                if (ColumnValue.Read(table, known, part) is not { } kept) continue;
                References.Demand(context, table, known, kept);
                values[name] = kept;
            }

            context.Transaction.Insert(new Row(table, row, context.Organization.Database.NextVersion(), values));
        }
    }
}
