using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.PlanParticipation.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>A worker is on a plan from a day on.</summary>
internal sealed class ParticipationRow
{
    private const string WorkerAlias = "worker";
    private const string ManagerAlias = "manager";

    private readonly Entity row;

    private ParticipationRow(Entity row) => this.row = row;

    public Guid PlanId => row.GetAttributeValue<EntityReference>(Fields.PlanId)?.Id ?? Guid.Empty;

    public CalendarDate From => CalendarDate.Of(row.GetAttributeValue<DateTime>(Fields.From));

    /// <summary>UTC; null: not accepted yet.</summary>
    public DateTime? AcceptedOn => row.GetAttributeValue<DateTime?>(Fields.AcceptedOn);

    public string Worker => Text(WorkerAlias, Model.Worker.Fields.Name);

    public string Country => Text(WorkerAlias, Model.Worker.Fields.Country);

    /// <summary>Null: the worker has no user.</summary>
    public Guid? UserId => Reference(WorkerAlias);

    public string Manager => Text(ManagerAlias, Model.Worker.Fields.Name);

    public Guid? ManagerUserId => Reference(ManagerAlias);

    /// <summary>Null: there is none. One request.</summary>
    public static ParticipationRow? Find(IOrganizationService service, Guid id)
    {
        var query = new QueryExpression(Tables.PlanParticipation) { ColumnSet = new ColumnSet(Fields.PlanId, Fields.From, Fields.AcceptedOn), TopCount = 1 };
        query.Criteria.AddCondition(Fields.PlanParticipationId, ConditionOperator.Equal, id);
        var worker = query.AddLink(Tables.Worker, Fields.WorkerId, Model.Worker.Fields.WorkerId);
        worker.EntityAlias = WorkerAlias;
        worker.Columns = new ColumnSet(Model.Worker.Fields.Name, Model.Worker.Fields.Country, Model.Worker.Fields.UserId);
        var manager = worker.AddLink(Tables.Worker, Model.Worker.Fields.ManagerId, Model.Worker.Fields.WorkerId, JoinOperator.LeftOuter);
        manager.EntityAlias = ManagerAlias;
        manager.Columns = new ColumnSet(Model.Worker.Fields.Name, Model.Worker.Fields.UserId);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? new ParticipationRow(row) : null;
    }

    private string Text(string alias, string column) => CustomerRows.Column(row, alias + "." + column) as string ?? "";

    private Guid? Reference(string alias) => (CustomerRows.Column(row, alias + "." + Model.Worker.Fields.UserId) as EntityReference)?.Id;
}
