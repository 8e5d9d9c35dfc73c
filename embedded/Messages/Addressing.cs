using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Finds the row that a request is about: by id, or by the values of an alternate key.</summary>
internal static class Addressing
{
    private const string Forbidden = "/<>*%&:\\?+";

    /// <summary>The row's id; null if a key was given and no row has its values.</summary>
    public static Guid? Find(MessageContext context, Table table, EntityReference reference) => Find(context, table, reference.Id, reference.KeyAttributes);

    public static Guid? Find(MessageContext context, Table table, Entity entity) => Find(context, table, IdOf(table, entity), entity.KeyAttributes);

    /// <summary>The id a row is sent with, as its property or as its primary key column; empty if with none.</summary>
    public static Guid IdOf(Table table, Entity entity) =>
        entity.Id != Guid.Empty ? entity.Id : entity.Attributes.TryGetValue(table.PrimaryId, out var id) && id is Guid given ? given : Guid.Empty;

    /// <summary>The values of a key, as rows keep them, by column.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The columns are no key of the table, or a value can't address a row.</exception>
    public static Dictionary<string, object> KeyValues(MessageContext context, Table table, KeyAttributeCollection attributes, out AlternateKey key)
    {
        key = table.Keys.FirstOrDefault(one => one.Columns.Count == attributes.Count && one.Columns.All(attributes.ContainsKey))
            ?? throw PlatformFaults.UnknownKey(table.LogicalName, attributes.Keys);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            var column = table.Find(name) ?? throw PlatformFaults.UnknownColumn(table.LogicalName, name);
            if (value is string text && text.AsSpan().IndexOfAny(Forbidden) >= 0) throw PlatformFaults.ForbiddenInKey(table, column, text);
            var kept = ColumnValue.Read(table, column, Wrapped(column, value)) ?? throw PlatformFaults.RequiredColumn(table, column);
            values[name] = kept;
        }

        return values;
    }

    private static Guid? Find(MessageContext context, Table table, Guid id, KeyAttributeCollection attributes)
    {
        if (attributes is not { Count: > 0 }) return id;
        if (attributes.Count == 1 && attributes.TryGetValue(table.PrimaryId, out var only) && only is Guid primary) return primary;
        var values = KeyValues(context, table, attributes, out var key);
        return context.Organization.Database.ByKey(context.Call.Transaction, table, key, values.GetValueOrDefault)?.Id;
    }

    // A key may be given in the plain type of its column
    private static object? Wrapped(Column column, object? value) => (column.Type, value) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int number) => new OptionSetValue(number),
        (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner, Guid id) when column.Targets.Count == 1 => new EntityReference(column.Targets[0], id),
        _ => value,
    };
}
