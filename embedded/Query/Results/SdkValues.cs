using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>Stored values in the types that the SDK hands out.</summary>
internal static class SdkValues
{
    public static object Of(Column column, object value, Labels labels) => (column.Type, value) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int number) => new OptionSetValue(number),
        (ColumnType.MultiChoice, int[] numbers) => new OptionSetValueCollection([.. numbers.Select(number => new OptionSetValue(number))]),
        (ColumnType.Money, decimal amount) => new Money(amount),
        // the SDK hands every date out as UTC, date-only ones at midnight
        (ColumnType.DateTime, DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        (ColumnType.UniqueIdentifier, Reference reference) => reference.Id,
        (_, Reference reference) => new EntityReference(reference.Table, reference.Id) { Name = labels.Name(reference) },
        _ => value,
    };
}
