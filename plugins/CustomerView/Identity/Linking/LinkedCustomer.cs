using System;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A customer as a link's query brought it along.</summary>
internal sealed class LinkedCustomer
{
    /// <summary>Alias of the customer in queries of links.</summary>
    public const string Alias = "customer";

    private LinkedCustomer(Guid id, DateTime createdOn, bool isActive, Guid? mergedInto, UnificationStage? stage)
    {
        Id = id;
        CreatedOn = createdOn;
        IsActive = isActive;
        MergedInto = mergedInto;
        Stage = stage;
    }

    public Guid Id { get; }

    /// <summary>UTC. Of two customers who are one the older stays.</summary>
    public DateTime CreatedOn { get; }

    /// <summary>False: merged into another, or forgotten.</summary>
    public bool IsActive { get; }

    /// <summary>The customer that it became part of.</summary>
    public Guid? MergedInto { get; }

    public UnificationStage? Stage { get; }

    /// <summary>Null where the query brought no customer along.</summary>
    public static LinkedCustomer? Of(Entity link, Guid id) =>
        Value(link, Customer.Fields.CreatedOn) is DateTime createdOn
            ? new LinkedCustomer(
                id, createdOn, Value(link, Customer.Fields.StateCode) is OptionSetValue { Value: 0 },
                (Value(link, Customer.Fields.MergedIntoId) as EntityReference)?.Id,
                Value(link, Customer.Fields.Stage) is OptionSetValue stage ? (UnificationStage)stage.Value : null)
            : null;

    private static object? Value(Entity link, string column) => link.GetAttributeValue<AliasedValue>(Alias + "." + column)?.Value;
}
