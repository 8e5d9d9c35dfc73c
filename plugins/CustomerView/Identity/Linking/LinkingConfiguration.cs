using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>How the tenant has set the customer view: its mode, the model that scores, its sources, who judges what is in doubt.</summary>
internal sealed class LinkingConfiguration
{
    public const string ModeVariable = "crmx_CustomerViewMode";
    private const string CountryVariable = "crmx_DefaultCountry";
    private const string TeamVariable = "crmx_StewardTeam";

    // a team may own a row only where its roles let it read the table
    private const string StewardRole = "Crm.Extensions Data Steward";

    private readonly Execution execution;

    private LinkingConfiguration(Execution execution)
    {
        this.execution = execution;
        Mode = execution.Settings.Mode(ModeVariable);
        DefaultCountry = execution.Settings.Text(CountryVariable).Trim();
        Rules = execution.Configuration(ReadModel).Rules;
    }

    public Platform.Mode Mode { get; }

    /// <summary>ISO code used where a record has no country; may be empty.</summary>
    public string DefaultCountry { get; }

    public MatchingRules Rules { get; }

    /// <summary>Whether the capability is off; asking costs a request only when the settings are old.</summary>
    public static bool IsOff(Execution execution) => execution.Settings.Mode(ModeVariable) == Platform.Mode.Off;

    /// <summary>The configuration, or null where the capability is off; then nothing more is read.</summary>
    public static LinkingConfiguration? Of(Execution execution) => IsOff(execution) ? null : new LinkingConfiguration(execution);

    /// <summary>The row of the source with that code; null where there is none (yet).</summary>
    public EntityReference? SourceOf(string code) =>
        execution.Configuration(ReadSources).ByCode.TryGetValue(code, out var id) ? new EntityReference(Tables.CustomerSource, id) : null;

    /// <summary>Who owns what a steward must judge: the team that is named, else the organization's own; null where neither holds the steward's role.</summary>
    public EntityReference? Stewards()
    {
        var name = execution.Settings.Text(TeamVariable).Trim();
        return execution.Configuration(system => ReadTeam(system, name)).Team;
    }

    private static ActiveModel ReadModel(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.MatchModelRow) { ColumnSet = new ColumnSet(MatchModelRow.Fields.Model), TopCount = 1 };
        query.Criteria.AddCondition(MatchModelRow.Fields.Active, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(MatchModelRow.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(MatchModelRow.Fields.TrainedOn, OrderType.Descending);
        var stored = system.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<string>(MatchModelRow.Fields.Model);
        return new ActiveModel(new MatchingRules(string.IsNullOrWhiteSpace(stored) ? MatchModel.Shipped : MatchModel.Read(stored!)));
    }

    private static SourceIds ReadSources(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.CustomerSource) { ColumnSet = new ColumnSet(CustomerSource.Fields.Code) };
        query.Criteria.AddCondition(CustomerSource.Fields.Code, ConditionOperator.In, RecordColumns.LinkedTables.Select(table => (object)table).ToArray());
        return new SourceIds(system.RetrieveMultiple(query).Entities.ToDictionary(
            row => row.GetAttributeValue<string>(CustomerSource.Fields.Code), row => row.Id, StringComparer.OrdinalIgnoreCase));
    }

    private static StewardTeam ReadTeam(IOrganizationService system, string name)
    {
        var query = new QueryExpression("team") { ColumnSet = new ColumnSet("name", "isdefault") };
        var unit = query.AddLink("businessunit", "businessunitid", "businessunitid", JoinOperator.LeftOuter);
        unit.EntityAlias = "unit";
        unit.Columns = new ColumnSet("parentbusinessunitid");
        query.AddLink("teamroles", "teamid", "teamid").AddLink("role", "roleid", "roleid").LinkCriteria.AddCondition("name", ConditionOperator.Equal, StewardRole);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("isdefault", ConditionOperator.Equal, true);
        if (name.Length > 0) either.AddCondition("name", ConditionOperator.Equal, name);
        var teams = system.RetrieveMultiple(query).Entities;
        var team = teams.FirstOrDefault(row => name.Length > 0 && string.Equals(row.GetAttributeValue<string>("name"), name, StringComparison.OrdinalIgnoreCase))
            ?? teams.FirstOrDefault(row => row.GetAttributeValue<bool>("isdefault") && !row.Contains("unit.parentbusinessunitid"));
        return new StewardTeam(team?.ToEntityReference());
    }

    private sealed class ActiveModel(MatchingRules rules)
    {
        public MatchingRules Rules { get; } = rules;
    }

    private sealed class SourceIds(Dictionary<string, Guid> byCode)
    {
        public IReadOnlyDictionary<string, Guid> ByCode { get; } = byCode;
    }

    private sealed class StewardTeam(EntityReference? team)
    {
        public EntityReference? Team { get; } = team;
    }
}
