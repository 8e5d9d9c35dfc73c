using System;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>A plan's header.</summary>
internal sealed class PlanRow
{
    private static readonly string[] Columns =
    [
        Fields.Name, Fields.Code, Fields.Version, Fields.StatusCode, Fields.AuthorId, Fields.Editors, Fields.From, Fields.Until, Fields.FormerId, Fields.Findings, Fields.JobId,
    ];

    private readonly Entity row;

    private PlanRow(Entity row) => this.row = row;

    public Guid Id => row.Id;

    public string Code => row.GetAttributeValue<string>(Fields.Code) ?? "";

    public int Version => row.GetAttributeValue<int?>(Fields.Version) ?? 1;

    public PlanState State => StateOf(row);

    public string Editors => row.GetAttributeValue<string>(Fields.Editors) ?? "";

    public string Findings => row.GetAttributeValue<string>(Fields.Findings) ?? "";

    public CalendarDate? From => Day(Fields.From);

    /// <summary>Inclusive; null: until further notice.</summary>
    public CalendarDate? Until => Day(Fields.Until);

    public Guid? FormerId => row.GetAttributeValue<EntityReference>(Fields.FormerId)?.Id;

    public Guid? JobId => row.GetAttributeValue<EntityReference>(Fields.JobId)?.Id;

    public bool IsWrittenBy(Guid user) => row.GetAttributeValue<EntityReference>(Fields.AuthorId)?.Id == user || PlanEditors.Contains(Editors, user);

    /// <summary>"Customer managers, version 2".</summary>
    public string Title(Language language)
    {
        var name = row.GetAttributeValue<string>(Fields.Name);
        return PlanTexts.Write(language, "Title", string.IsNullOrWhiteSpace(name) ? Code : name!, Version);
    }

    /// <summary>Null: there is none (any more). One request.</summary>
    public static PlanRow? Find(IOrganizationService service, Guid id)
    {
        var query = new QueryExpression(Tables.CompensationPlan) { ColumnSet = new ColumnSet(Columns), TopCount = 1 };
        query.Criteria.AddCondition(Fields.CompensationPlanId, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? new PlanRow(row) : null;
    }

    /// <summary>A row without a status reason is a draft: it is being created.</summary>
    public static PlanState StateOf(Entity row) =>
        row.GetAttributeValue<OptionSetValue>(Fields.StatusCode)?.Value is { } status && Enum.IsDefined(typeof(PlanState), status) ? (PlanState)status : PlanState.Draft;

    private CalendarDate? Day(string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
}
