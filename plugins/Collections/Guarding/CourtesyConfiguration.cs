using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>How the tenant has set collections courtesy: its mode, its limits, the rows of crmx_courtesypolicy and the days on which the house is closed.</summary>
internal sealed class CourtesyConfiguration
{
    private const string ModeVariable = "crmx_CollectionsMode";
    private const string MoveWithinDaysVariable = "crmx_MoveWithinDays";
    private const string DefaultCountryVariable = "crmx_DefaultCountry";
    private const int DefaultMoveWithinDays = 7;

    private readonly IReadOnlyList<PolicyRow> rows;

    private readonly IReadOnlyList<Closure> closures;

    private CourtesyConfiguration(Settings settings, IReadOnlyList<PolicyRow> rows, IReadOnlyList<Closure> closures)
    {
        this.rows = rows;
        this.closures = closures;
        Mode = (RuleMode)settings.Mode(ModeVariable);
        MoveWithinDays = Math.Max(0, settings.Number(MoveWithinDaysVariable, DefaultMoveWithinDays));
        DefaultCountry = settings.Text(DefaultCountryVariable).Trim();
    }

    public RuleMode Mode { get; }

    /// <summary>A planned contact whose next permitted instant lies within so many days is moved, else stopped.</summary>
    public int MoveWithinDays { get; }

    /// <summary>ISO code used where a customer has no country; may be empty.</summary>
    public string DefaultCountry { get; }

    /// <summary>The configuration, or null where the capability is off; then no policy is read.</summary>
    public static CourtesyConfiguration? Of(Execution execution) =>
        execution.Settings.Mode(ModeVariable) == Platform.Mode.Off ? null : Read(execution);

    /// <summary>The configuration in any mode.</summary>
    public static CourtesyConfiguration Read(Execution execution) => new(execution.Settings, execution.Configuration(ReadRows).Rows, execution.Configuration(ReadClosures).Days);

    public HousePolicy PolicyFor(string country, CalendarDate day, Action<string> trace)
    {
        var policy = HousePolicy.Of(Mode, rows, country, day);
        foreach (var problem in policy.Problems) trace("courtesy policy: " + problem);
        return policy.ClosedOn(closures);
    }

    /// <summary>As <see cref="PolicyFor"/>, but heard even where the capability is off: to see what it would do.</summary>
    public HousePolicy PolicyForObserving(string country, CalendarDate day, Action<string> trace)
    {
        var policy = HousePolicy.Of(Mode == RuleMode.Off ? RuleMode.Observe : Mode, rows, country, day);
        foreach (var problem in policy.Problems) trace("courtesy policy: " + problem);
        return policy.ClosedOn(closures);
    }

    private static PolicyRows ReadRows(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.CourtesyPolicy)
        {
            ColumnSet = new ColumnSet(
                CourtesyPolicy.Fields.Country, CourtesyPolicy.Fields.Rule, CourtesyPolicy.Fields.Value, CourtesyPolicy.Fields.Mode,
                CourtesyPolicy.Fields.From, CourtesyPolicy.Fields.Until),
        };
        query.Criteria.AddCondition(CourtesyPolicy.Fields.StateCode, ConditionOperator.Equal, 0);
        return new PolicyRows([.. system.RetrieveMultiple(query).Entities.Select(Read)]);
    }

    private static PolicyRow Read(Entity row) => new(
        row.GetAttributeValue<string>(CourtesyPolicy.Fields.Country) ?? "",
        row.GetAttributeValue<string>(CourtesyPolicy.Fields.Rule) ?? "",
        row.GetAttributeValue<string>(CourtesyPolicy.Fields.Value) ?? "",
        Choice.Read<RuleMode>(row.GetAttributeValue<OptionSetValue>(CourtesyPolicy.Fields.Mode)),
        Day(row, CourtesyPolicy.Fields.From),
        Day(row, CourtesyPolicy.Fields.Until));

    private static CalendarDate? Day(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;

    private static ClosureRows ReadClosures(IOrganizationService system) => new(BusinessClosures.Read(system));

    private sealed record PolicyRows(IReadOnlyList<PolicyRow> Rows);

    private sealed record ClosureRows(IReadOnlyList<Closure> Days);
}
