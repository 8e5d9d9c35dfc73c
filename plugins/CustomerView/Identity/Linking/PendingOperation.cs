using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A join or split that was asked for and is not done yet.</summary>
internal sealed class PendingOperation
{
    private readonly int kind;
    private readonly Guid? from;
    private readonly Guid? to;
    private readonly HashSet<string> links;

    public PendingOperation(Entity row)
    {
        kind = row.GetAttributeValue<OptionSetValue>(OperationColumns.Kind)?.Value ?? 0;
        from = row.GetAttributeValue<EntityReference>(OperationColumns.From)?.Id;
        to = row.GetAttributeValue<EntityReference>(OperationColumns.To)?.Id;
        links = new HashSet<string>((row.GetAttributeValue<string>(OperationColumns.Links) ?? "").Split(','), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether it makes the two customers one.</summary>
    public bool Joins(Guid customer, Guid other) =>
        kind == OperationColumns.Join && ((from == customer && to == other) || (from == other && to == customer));

    /// <summary>Whether it takes all these links from the customer.</summary>
    public bool Splits(Guid customer, IEnumerable<Guid> leaving) =>
        kind == OperationColumns.Split && from == customer && leaving.All(link => links.Contains(DerivedIds.Text(link)));

    /// <summary>Where a split takes the link to; null where it does not touch it.</summary>
    public Guid? Takes(Guid link) => kind == OperationColumns.Split && links.Contains(DerivedIds.Text(link)) ? to : null;
}
