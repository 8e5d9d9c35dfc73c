using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>The days on which the tenant is closed, as its admins enter them under "business closures". One request.</summary>
/// <remarks>
/// They are the rules of the calendar that organization.businessclosurecalendarid names. Rules are handed out with their calendar and cannot be queried;
/// the calendar is asked for with all its columns, as is customary. A closure's times belong to no zone: its days are taken as they are written.
/// </remarks>
internal static class BusinessClosures
{
    private const string Rules = "calendarrules";
    private const int MinutesOfDay = 24 * 60;

    public static IReadOnlyList<Closure> Read(IOrganizationService system)
    {
        var query = new QueryExpression("calendar") { ColumnSet = new ColumnSet(true) };
        query.AddLink("organization", "calendarid", "businessclosurecalendarid");
        return
        [
            .. system.RetrieveMultiple(query).Entities
                .SelectMany(calendar => calendar.GetAttributeValue<EntityCollection>(Rules)?.Entities.ToList() ?? [])
                .Select(Read)
                .OfType<Closure>()
                .OrderBy(closure => closure.From),
        ];
    }

    // "all day" is 1440 minutes a day, the last ending at midnight; part of a day is left to the house's hours
    private static Closure? Read(Entity rule)
    {
        if ((rule.GetAttributeValue<DateTime?>("starttime") ?? rule.GetAttributeValue<DateTime?>("effectiveintervalstart")) is not { } start) return null;

        var minutes = rule.GetAttributeValue<int?>("duration")
            ?? (rule.GetAttributeValue<DateTime?>("effectiveintervalend") is { } end ? (int)(end - start).TotalMinutes : MinutesOfDay);
        var first = CalendarDate.Of(start);
        return minutes < MinutesOfDay ? null : new Closure(first, first.AddDays((minutes / MinutesOfDay) - 1), rule.GetAttributeValue<string>("name") ?? "");
    }
}
