using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>The product's own hand in plans: it moves them through their life and notes who changed them, which people can't.</summary>
internal static class PlanLife
{
    private const string OwnDoing = "crmx_planlife";

    /// <summary>Whether rules on plans stop anything: in observe mode plans that are brought over can be typed in as they are.</summary>
    public static bool IsEnforced(Execution execution) => execution.Settings.Mode("crmx_CompensationMode") == Platform.Mode.Enforce;

    public static bool IsOff(Execution execution) => execution.Settings.Mode("crmx_CompensationMode") == Platform.Mode.Off;

    /// <summary>From here on what this execution writes is the product's own doing.</summary>
    public static void Begin(Execution execution) => execution.Remember(OwnDoing, true);

    public static bool IsOwnDoing(Execution execution) => execution.IsCausedByRememberer(OwnDoing);

    public static void Write(Execution execution, Guid plan, params System.Collections.Generic.KeyValuePair<string, object?>[] columns)
    {
        Begin(execution);
        var row = new Entity(Tables.CompensationPlan, plan);
        foreach (var column in columns) row[column.Key] = column.Value;
        execution.AsSystem.Update(row);
    }

    public static void Move(IOrganizationService service, Guid plan, PlanState state)
    {
        service.Update(new Entity(Tables.CompensationPlan, plan)
        {
            [Fields.StateCode] = new OptionSetValue(state == PlanState.Closed ? 1 : 0),
            [Fields.StatusCode] = new OptionSetValue((int)state),
        });
    }

    /// <summary>The refusal of a change to what people are paid by.</summary>
    public static InvalidPluginExecutionException Immutable(PlanRow plan, Language language) =>
        new(PlanTexts.Write(language, "Immutable", plan.Title(language), PlanTexts.Write(language, "State." + plan.State)));
}
