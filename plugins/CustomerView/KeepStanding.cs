using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.GoldenRecord;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Keeps the customer's delinquency, restriction and last contact as the obligations, holds and attempts have them. It is the only place that writes these
/// columns, and it writes what changed.
/// </summary>
[Step(Message.Update, Tables.Obligation, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [Obligation.Fields.DaysPastDue, Obligation.Fields.StateCode], Before = [Obligation.Fields.DaysPastDue, Obligation.Fields.StateCode])]
[Step(Message.Create, Tables.ObligationParty, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.ObligationParty, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [ObligationParty.Fields.CustomerId, ObligationParty.Fields.Role, ObligationParty.Fields.StateCode],
    Before = [ObligationParty.Fields.CustomerId, ObligationParty.Fields.Role, ObligationParty.Fields.StateCode])]
[Step(Message.Create, Tables.ContactHold, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.ContactHold, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [ContactHold.Fields.CustomerId, ContactHold.Fields.ObligationId, ContactHold.Fields.Kind, ContactHold.Fields.From, ContactHold.Fields.Until, ContactHold.Fields.StateCode],
    Before = [ContactHold.Fields.CustomerId, ContactHold.Fields.ObligationId, ContactHold.Fields.Kind, ContactHold.Fields.From, ContactHold.Fields.Until, ContactHold.Fields.StateCode])]
[Step(Message.Create, Tables.ContactAttempt, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.ContactAttempt, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [ContactAttempt.Fields.At, ContactAttempt.Fields.Attempted, ContactAttempt.Fields.CustomerId],
    Before = [ContactAttempt.Fields.At, ContactAttempt.Fields.Attempted, ContactAttempt.Fields.CustomerId])]
public sealed class KeepStanding : Plugin<Entity>
{
    private const string CustomerColumn = "crmx_customerid";
    private const string ObligationColumn = "crmx_obligationid";

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (CustomerRefresh.IsOff(execution)) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var queries = new StandingQueries(execution.AsSystem);
        switch (execution.Context.PrimaryEntityName)
        {
            case Tables.ContactAttempt:
                Contacted(execution, queries);
                break;
            case Tables.ContactHold:
                Keep(execution, Whose(execution, queries), Customer.Fields.Restriction, row =>
                    Restrictions.Of(queries.HoldKinds(row.Id, execution.Clock.UtcNow), row.GetAttributeValue<string>(Customer.Fields.Restriction)));
                break;
            default:
                Keep(execution, Whose(execution, queries), Customer.Fields.Delinquency, queries.Delinquency);
                break;
        }
    }

    // a contact that was planned or stopped is none; an earlier one than the last changes nothing, but one that is taken back does
    private static void Contacted(Execution<Entity> execution, StandingQueries queries)
    {
        var attempt = execution.Merged;
        if (attempt.GetAttributeValue<bool?>(ContactAttempt.Fields.Attempted) == true) Keep(execution, Customers(attempt), Customer.Fields.LastContact, Latest);
        else if (execution.Before.GetAttributeValue<bool?>(ContactAttempt.Fields.Attempted) == true) Keep(execution, Customers(execution.Before), Customer.Fields.LastContact, row => queries.LastContact(row.Id));

        object? Latest(Entity row)
        {
            var at = attempt.GetAttributeValue<DateTime?>(ContactAttempt.Fields.At);
            var last = row.GetAttributeValue<DateTime?>(Customer.Fields.LastContact);
            return last is null || at > last ? at : last;
        }
    }

    private static IReadOnlyCollection<Guid> Whose(Execution<Entity> execution, StandingQueries queries)
    {
        var customers = new HashSet<Guid>(Customers(execution.Merged).Concat(Customers(execution.Before)));
        var obligation = execution.Context.PrimaryEntityName == Tables.Obligation ? execution.RowId
            : customers.Count == 0 ? execution.Merged.GetAttributeValue<EntityReference>(ObligationColumn)?.Id ?? Guid.Empty : Guid.Empty;
        if (obligation != Guid.Empty) customers.UnionWith(queries.PayersOf(obligation));
        return customers;
    }

    private static IReadOnlyCollection<Guid> Customers(Entity row) => row.GetAttributeValue<EntityReference>(CustomerColumn) is { } customer ? [customer.Id] : [];

    private static void Keep(Execution execution, IReadOnlyCollection<Guid> customers, string column, Func<Entity, object?> value)
    {
        if (customers.Count == 0) return;

        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(column) };
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.In, customers.Cast<object>().ToArray());
        foreach (var row in execution.AsSystem.RetrieveMultiple(query).Entities)
        {
            var now = value(row);
            if (!Equals(now, row.Attributes.TryGetValue(column, out var before) ? before : null)) execution.AsSystem.Update(new Entity(Tables.Customer, row.Id) { [column] = now });
        }
    }
}
