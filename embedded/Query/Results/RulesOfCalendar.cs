using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>The rules of a calendar as clients get them: with the calendar, when all its columns are asked for or this one by name.</summary>
internal static class RulesOfCalendar
{
    public static EntityCollection Of(Row calendar, Catalog catalog, IReadView view, Labels labels)
    {
        var table = catalog.Find(CalendarRules.Table) ?? throw PlatformFaults.UnknownTable(CalendarRules.Table);
        var rules = view.Referencing(CalendarRules.Table, "calendarid", calendar.Id).OrderBy(rule => rule.Version);
        return new EntityCollection([.. rules.Select(rule => Rule(rule, table, labels))]) { EntityName = CalendarRules.Table };
    }

    private static Entity Rule(Row row, Table table, Labels labels)
    {
        var rule = new Entity(CalendarRules.Table, row.Id);
        foreach (var (name, value) in row.Values)
        {
            if (table.Find(name) is { } column) rule[name] = SdkValues.Of(column, value, labels);
        }
        return rule;
    }
}
