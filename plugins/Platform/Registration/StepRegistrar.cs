using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform.Registration;

/// <summary>Registers steps through the organization service, messages and tables looked up by name.</summary>
internal sealed class StepRegistrar
{
    private const string StepTable = "sdkmessageprocessingstep";
    private const string ImageTable = "sdkmessageprocessingstepimage";
    private const int BeforeImage = 0;
    private const int AfterImage = 1;

    private readonly IOrganizationService service;

    public StepRegistrar(IOrganizationService service) => this.service = service;

    /// <summary>Creates what is missing; reports each step.</summary>
    public IReadOnlyList<StepReport> Register(IReadOnlyList<LateStep> steps)
    {
        if (steps.Count == 0) return [];

        var plugins = Plugins(steps);
        var filters = Filters(steps);
        var present = new HashSet<Guid>(Rows(StepTable, StepTable + "id", steps.Select(step => (object)step.Id)).Select(row => row.Id));
        var report = new List<StepReport>();
        foreach (var step in steps)
        {
            var state = present.Contains(step.Id) ? StepState.Present
                : !plugins.TryGetValue(step.PluginType, out var plugin) ? StepState.NoPlugin
                : !filters.TryGetValue(Key(step.Message, step.Table), out var filter) ? StepState.NoMessage
                : Create(step, plugin, filter);
            report.Add(new StepReport { Name = step.Name, State = state });
        }

        return report;
    }

    private string Create(LateStep step, Guid plugin, Entity filter)
    {
        service.Create(new Entity(StepTable, step.Id)
        {
            ["name"] = step.Name,
            ["eventhandler"] = new EntityReference("plugintype", plugin),
            ["sdkmessageid"] = filter.GetAttributeValue<EntityReference>("sdkmessageid"),
            ["sdkmessagefilterid"] = filter.ToEntityReference(),
            ["stage"] = new OptionSetValue((int)step.Stage),
            ["mode"] = new OptionSetValue((int)step.Mode),
            ["rank"] = step.Rank,
            ["supporteddeployment"] = new OptionSetValue(0),
            ["asyncautodelete"] = step.Mode == StepMode.Asynchronous,
            ["filteringattributes"] = step.FilteringColumns.Length == 0 ? null : step.FilteringColumns,
        });
        CreateImage(step, "Before", BeforeImage, step.Before);
        CreateImage(step, "After", AfterImage, step.After);
        return StepState.Created;
    }

    private void CreateImage(LateStep step, string alias, int type, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0 || step.ImageProperty is null) return;

        service.Create(new Entity(ImageTable, ComponentId.OfImage(step.Id, alias))
        {
            ["name"] = alias,
            ["entityalias"] = alias,
            ["imagetype"] = new OptionSetValue(type),
            ["messagepropertyname"] = step.ImageProperty,
            ["attributes"] = string.Join(",", columns),
            ["sdkmessageprocessingstepid"] = new EntityReference(StepTable, step.Id),
        });
    }

    private Dictionary<string, Guid> Plugins(IReadOnlyList<LateStep> steps)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in Rows("plugintype", "typename", steps.Select(step => (object)step.PluginType).Distinct(), "typename"))
        {
            found[row.GetAttributeValue<string>("typename")] = row.Id;
        }

        return found;
    }

    private Dictionary<string, Entity> Filters(IReadOnlyList<LateStep> steps)
    {
        var query = new QueryExpression("sdkmessagefilter") { ColumnSet = new ColumnSet("sdkmessageid", "primaryobjecttypecode") };
        query.Criteria.AddCondition("primaryobjecttypecode", ConditionOperator.In, steps.Select(step => (object)step.Table).Distinct().ToArray());
        var message = query.AddLink("sdkmessage", "sdkmessageid", "sdkmessageid");
        message.EntityAlias = "message";
        message.Columns = new ColumnSet("name");
        message.LinkCriteria.AddCondition("name", ConditionOperator.In, steps.Select(step => (object)step.Message).Distinct().ToArray());

        var found = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in service.RetrieveMultiple(query).Entities)
        {
            var name = (string)row.GetAttributeValue<AliasedValue>("message.name").Value;
            found[Key(name, row.GetAttributeValue<string>("primaryobjecttypecode"))] = row;
        }

        return found;
    }

    private DataCollection<Entity> Rows(string table, string column, IEnumerable<object> values, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(column, ConditionOperator.In, values.ToArray());
        return service.RetrieveMultiple(query).Entities;
    }

    private static string Key(string message, string table) => message + " of " + table;
}
