using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Rows of crmx_identityoperation that ask for something. Creating such a row is all that has to be done: an asynchronous step carries it out, in
/// slices, and can be interrupted at any point.
/// </summary>
/// <remarks>
/// Ids may be given so that two who find out the same thing at once ask once (<see cref="IdOf"/>); creating the same request again faults with
/// a duplicate row, which may be passed over.
/// </remarks>
internal static class OperationRequest
{
    private const int MostLetters = 2000;

    /// <summary>Two customers are one. Which of the two survives is decided when it is carried out: the older. Repeating it does no harm.</summary>
    /// <param name="id">The row's id; null: any.</param>
    public static Entity Join(Guid from, Guid to, string reason, Guid? id = null)
    {
        var row = Row(OperationColumns.Join, from, reason, id);
        row[OperationColumns.To] = Customer(to);
        return row;
    }

    /// <summary>Records that are somebody else leave a customer.</summary>
    /// <param name="links">Ids of the source links (crmx_sourcelink) that leave. Those that are no longer the customer's are passed over.</param>
    /// <param name="to">The customer they go to; null: back to the one they came from when the two were joined, or to a new one.</param>
    /// <param name="id">The row's id; null: any.</param>
    /// <param name="byRule">The rules have found it out, so no steward's decision is written down: what the rules find out later may join them again.</param>
    public static Entity Split(Guid customer, IEnumerable<Guid> links, string reason, Guid? to = null, Guid? id = null, bool byRule = false)
    {
        var row = Row(OperationColumns.Split, customer, reason, id);
        row[OperationColumns.Links] = string.Join(",", links.Select(DerivedIds.Text).OrderBy(link => link, StringComparer.Ordinal)) + (byRule ? "," + OperationColumns.ByRule : "");
        if (to is { } other) row[OperationColumns.To] = Customer(other);
        return row;
    }

    /// <summary>A customer asked to be forgotten.</summary>
    public static Entity Forget(Guid customer, string reason, Guid? id = null) => Row(OperationColumns.Forget, customer, reason, id);

    /// <summary>An operation is taken back.</summary>
    /// <param name="operation">Its id, with its kind and its customers.</param>
    public static Entity Undo(Entity operation, string reason)
    {
        var row = Row(operation.GetAttributeValue<OptionSetValue>(OperationColumns.Kind).Value, Guid.Empty, reason, null);
        foreach (var column in new[] { OperationColumns.From, OperationColumns.To })
        {
            if (operation.GetAttributeValue<EntityReference>(column) is { } customer) row[column] = Customer(customer.Id);
        }

        row[OperationColumns.Undoes] = new EntityReference(OperationColumns.Table, operation.Id);
        return row;
    }

    /// <summary>The id of "these two are one" for the pair of links that shows it, whichever is named first.</summary>
    public static Guid IdOf(Guid link, Guid other, Guid from, Guid to) =>
        ComponentId.NameBased(DerivedIds.Review(link, other), DerivedIds.Text(from) + "|" + DerivedIds.Text(to));

    private static Entity Row(int kind, Guid from, string reason, Guid? id)
    {
        var row = new Entity(OperationColumns.Table) { [OperationColumns.Kind] = new OptionSetValue(kind) };
        if (id is { } given)
        {
            row.Id = given;
            row[OperationColumns.Id] = given;
        }

        if (from != Guid.Empty) row[OperationColumns.From] = Customer(from);
        row[OperationColumns.Reason] = reason.Length <= MostLetters ? reason : reason.Substring(0, MostLetters);
        row[OperationColumns.Name] = Word(kind) + " " + (from == Guid.Empty ? "" : DerivedIds.Text(from).Substring(0, 8));
        return row;
    }

    private static string Word(int kind) => kind switch
    {
        OperationColumns.Join => "Join",
        OperationColumns.Split => "Split",
        _ => "Forget",
    };

    private static EntityReference Customer(Guid id) => new(Model.Tables.Customer, id);
}
