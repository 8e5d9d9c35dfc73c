using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Recognition.Fields;
using Tables = Crm.Extensions.Model.Tables;
using WorkerFields = Crm.Extensions.Model.Worker.Fields;

namespace Crm.Extensions.Compensation.Recognition;

/// <summary>Somebody who works for us, as far as recognitions go.</summary>
/// <param name="User">Null: he works without one, and a lead writes for him.</param>
internal sealed record RecognitionWorker(Guid Id, string Name, Guid? User, Guid? Manager, CalendarDate? From, CalendarDate? Until)
{
    public bool WorksOn(CalendarDate day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);
}

/// <summary>Workers, meetings and recognitions, as rows have them. With the system's rights but where it says otherwise.</summary>
internal sealed class RecognitionRows
{
    /// <summary>Where a meeting with a customer may be on record; the key column of each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Activities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Tables.PhoneCall] = "activityid",
        [Tables.Email] = "activityid",
        [Tables.Letter] = "activityid",
        [Tables.Appointment] = "activityid",
        [Tables.TextMessage] = "activityid",
        [Tables.Incident] = "incidentid",
    };

    // nobody has more managers above him; a circle of managers ends here too
    private const int MostManagers = 10;

    private readonly IOrganizationService system;

    public RecognitionRows(IOrganizationService system) => this.system = system;

    public RecognitionWorker? OfUser(Guid user) => Workers(WorkerFields.UserId, user).FirstOrDefault();

    public RecognitionWorker? Worker(Guid id) => Workers(WorkerFields.WorkerId, id).FirstOrDefault();

    /// <summary>Whether one worker is above another, however many lie between.</summary>
    public bool IsAbove(Guid lead, RecognitionWorker worker)
    {
        var seen = new HashSet<Guid> { worker.Id };
        for (var next = worker.Manager; next is { } id && seen.Add(id) && seen.Count <= MostManagers + 1; next = Worker(id)?.Manager)
        {
            if (id == lead) return true;
        }

        return false;
    }

    /// <summary>The customer of an activity that the caller may see; empty where it names none; null where there is no such activity for him.</summary>
    public static Guid? CustomerOf(IOrganizationService caller, string table, Guid activity)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(ContactColumns.Customer), TopCount = 1 };
        query.Criteria.AddCondition(Activities[table], ConditionOperator.Equal, activity);
        return caller.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? row.GetAttributeValue<EntityReference>(ContactColumns.Customer)?.Id ?? Guid.Empty : null;
    }

    /// <summary>The recognition of that worker, activity and kind; null where nobody has written one down.</summary>
    public Entity? Same(Guid worker, string activity, RecognitionKind kind)
    {
        var query = new QueryExpression(Tables.Recognition) { ColumnSet = new ColumnSet(Fields.CustomerId), TopCount = 1 };
        query.Criteria.AddCondition(Fields.WorkerId, ConditionOperator.Equal, worker);
        query.Criteria.AddCondition(Fields.ActivityId, ConditionOperator.Equal, activity);
        query.Criteria.AddCondition(Fields.Kind, ConditionOperator.Equal, Choice.Of(kind).Value);
        return system.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private IEnumerable<RecognitionWorker> Workers(string column, Guid value)
    {
        var query = new QueryExpression(Tables.Worker)
        {
            ColumnSet = new ColumnSet(WorkerFields.Name, WorkerFields.UserId, WorkerFields.ManagerId, WorkerFields.From, WorkerFields.Until),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        query.AddOrder(WorkerFields.StateCode, OrderType.Ascending);
        query.AddOrder(WorkerFields.From, OrderType.Descending);
        return system.RetrieveMultiple(query).Entities.Select(row => new RecognitionWorker(
            row.Id,
            row.GetAttributeValue<string>(WorkerFields.Name) ?? "",
            row.GetAttributeValue<EntityReference>(WorkerFields.UserId)?.Id,
            row.GetAttributeValue<EntityReference>(WorkerFields.ManagerId)?.Id,
            CustomerRows.Day(row, WorkerFields.From),
            CustomerRows.Day(row, WorkerFields.Until)));
    }
}
