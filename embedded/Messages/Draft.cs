using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>A row on its way to being written: what a request gave, checked, over what was there before.</summary>
internal sealed class Draft(MessageContext context, Table table, Guid id, Dictionary<string, object> values)
{
    private readonly List<(Column Column, object? Value)> lists = [];

    public Dictionary<string, object> Values { get; } = values;

    /// <summary>The columns that the request gave and that may be written.</summary>
    public Dictionary<string, Column> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes over what the request gives. What may not be written so is passed over in silence, as the platform does.</summary>
    /// <exception cref="System.ServiceModel.FaultException">A column doesn't exist, or a value doesn't fit it.</exception>
    public void Take(Entity entity, bool creating)
    {
        foreach (var (name, value) in entity.Attributes)
        {
            var column = table.Find(name) ?? throw PlatformFaults.UnknownColumn(table.LogicalName, name);
            if (column.Type == ColumnType.PrimaryKey) continue;
            if (!(creating ? column.ValidForCreate : column.ValidForUpdate) && !context.Call.IsSystem) continue;
            if (column.Type is ColumnType.PartyList or ColumnType.CalendarRules)
            {
                lists.Add((column, value));
                Given[name] = column;
                continue;
            }

            var kept = ColumnValue.Read(table, column, Resolved(value));
            if (kept is null)
            {
                if (column.SystemRequired || column.Type is ColumnType.Owner or ColumnType.State or ColumnType.Status) throw PlatformFaults.RequiredColumn(table, column);
                Values.Remove(name);
            }
            else
            {
                Values[name] = kept;
            }

            Given[name] = column;
        }
    }

    /// <summary>Checks the rows that given look-ups point at, and the right to point at them: Append on the row itself, AppendTo on each of the others.</summary>
    /// <param name="own">The row as it was, or as it will be created.</param>
    public void DemandReferences(Row own)
    {
        var appended = false;
        foreach (var column in Given.Values)
        {
            if (!column.IsReference || !Values.TryGetValue(column.LogicalName, out var kept)) continue;
            References.Demand(context, table, column, kept);
            var reference = (Reference)kept;
            if (context.Call.IsSystem || column.Type == ColumnType.Owner || context.TableOf(reference.Table).Ownership == Ownership.None) continue;
            if (!appended) context.Demand(table, AccessRight.Append, own);
            appended = true;
            context.Demand(context.TableOf(reference.Table), AccessRight.AppendTo, context.View.Find(reference.Table, reference.Id));
        }
    }

    /// <summary>Fills in unit, user or team of the owner that the row has.</summary>
    public void SettleOwner()
    {
        if (!TableShape.Of(table).HasOwner || Values["ownerid"] is not Reference owner) return;
        Values["owningbusinessunit"] = new Reference("businessunit", context.Organization.BusinessUnitOf(owner, context.View));
        Values.Remove("owninguser");
        Values.Remove("owningteam");
        Values[owner.Table == "team" ? "owningteam" : "owninguser"] = owner;
    }

    /// <summary>Computes the amounts in the base currency.</summary>
    public void SettleMoney()
    {
        var shape = TableShape.Of(table);
        if (!shape.HasCurrency) return;
        if (!Values.TryGetValue("transactioncurrencyid", out var kept) || kept is not Reference currency)
        {
            currency = new Reference("transactioncurrency", context.Organization.BaseCurrencyId);
            Values["transactioncurrencyid"] = currency;
        }

        var rate = context.View.Find(currency.Table, currency.Id)?["exchangerate"] as decimal? ?? 1m;
        if (shape.HasRate) Values["exchangerate"] = rate;
        foreach (var column in shape.BaseAmounts)
        {
            if (Values.TryGetValue(column.CalculationOf!, out var amount)) Values[column.LogicalName] = Math.Round((decimal)amount / rate, 4, MidpointRounding.AwayFromZero);
            else Values.Remove(column.LogicalName);
        }
    }

    public Row ToRow() => new(table, id, context.Organization.Database.NextVersion(), Values);

    /// <summary>Writes the columns whose content is rows of other tables.</summary>
    public void WriteLists()
    {
        foreach (var (column, value) in lists)
        {
            if (column.Type == ColumnType.CalendarRules) CalendarRules.Replace(context, table, id, column, value);
            else ActivityParties.Replace(context, table, id, column, value);
        }
    }

    // A look-up may name its row by an alternate key
    private object? Resolved(object? value)
    {
        if (value is not EntityReference { KeyAttributes.Count: > 0 } reference) return value;
        var target = context.TableOf(reference.LogicalName);
        return new EntityReference(target.LogicalName, Addressing.Find(context, target, reference) ?? throw PlatformFaults.NotFoundByKey(target.LogicalName));
    }
}
