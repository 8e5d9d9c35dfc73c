using System;
using System.Collections.Generic;
using Crm.Extensions.Model;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>The state of a customer's row: active, merged into another, forgotten; and the changes from one to the other.</summary>
internal static class CustomerStatus
{
    public const int Active = (int)Customer_StatusCode.Active;
    public const int Merged = (int)Customer_StatusCode.Merged;
    public const int Forgotten = (int)Customer_StatusCode.Forgotten;

    /// <summary>The columns that say it.</summary>
    public static readonly string[] Columns = [Customer.Fields.StateCode, Customer.Fields.StatusCode, Customer.Fields.MergedIntoId];

    /// <summary>From now on the customer answers to another's id.</summary>
    public static IEnumerable<JournalEntry> Merging(Guid customer, Guid into, Guid? formerly = null)
    {
        var survivor = JournalValue.Reference(Tables.Customer, into);
        if (formerly is { } before)
        {
            if (before != into) yield return Entry(customer, Customer.Fields.MergedIntoId, JournalValue.Reference(Tables.Customer, before), survivor);
            yield break;
        }

        yield return Entry(customer, Customer.Fields.StateCode, JournalValue.Option(0), JournalValue.Option(1));
        yield return Entry(customer, Customer.Fields.StatusCode, JournalValue.Option(Active), JournalValue.Option(Merged));
        yield return Entry(customer, Customer.Fields.MergedIntoId, JournalValue.Nothing, survivor);
    }

    /// <summary>The customer is one of their own again.</summary>
    public static IEnumerable<JournalEntry> Parting(Guid customer, Guid from)
    {
        foreach (var entry in Merging(customer, from)) yield return new JournalEntry(entry.Table, entry.Row, entry.Column, entry.After, entry.Former);
    }

    private static JournalEntry Entry(Guid customer, string column, string former, string after) => new(Tables.Customer, customer, column, former, after);
}
