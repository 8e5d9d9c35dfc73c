using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Approves a plan that is complete, before it begins, by somebody who neither wrote nor changed it. It is immutable from then on; the version it replaces ends the day
/// before.
/// </summary>
[CustomApi("crmx_ApprovePlan", "prvWritecrmx_CompensationPlan",
    Workflow = true,
    DisplayName = "Approve plan",
    DisplayNameSpanish = "Aprobar plan",
    Description = "Approves a compensation plan; refused to who wrote or changed it, and while anything is to be mended.",
    DescriptionSpanish = "Aprueba un plan de compensación; se niega a quien lo escribió o cambió, y mientras haya algo que corregir.")]
[RequestParameter("PlanId", ParameterType.Guid, DisplayName = "Plan", DisplayNameSpanish = "Plan",
    Description = "Id of the plan (crmx_compensationplan).", DescriptionSpanish = "Id del plan (crmx_compensationplan).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What holds now.", DescriptionSpanish = "Qué rige ahora.")]
public sealed class ApprovePlan : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var id = call.Input<Guid>("PlanId");
        call.DemandReadable(Tables.CompensationPlan, id);

        var plan = PlanRow.Find(call.AsSystem, id)!;
        if (plan.State != PlanState.Draft) throw Refuse(language, "NotDraft", plan.Title(language), PlanTexts.Write(language, "State." + plan.State));
        if (plan.IsWrittenBy(call.CallerId)) throw Refuse(language, "OwnHand");
        if (plan.From is not { } from) throw Refuse(language, "FromNeeded");
        if (plan.Until is { } until && until < from) throw Refuse(language, "UntilBeforeFrom", until, from);
        if (from <= HouseDay.Today(call)) throw Refuse(language, "FromPassed", from);

        var scrutiny = PlanScrutiny.Of(call, plan, language);
        if (scrutiny.Findings.Count > 0) throw Refuse(language, "HasFindings", scrutiny.Explain(language));

        PlanLife.Write(
            call, id,
            new KeyValuePair<string, object?>(Fields.ApproverId, new EntityReference(Tables.SystemUser, call.CallerId)),
            new KeyValuePair<string, object?>(Fields.ApprovedOn, call.Clock.UtcNow),
            new KeyValuePair<string, object?>(Fields.Findings, null),
            new KeyValuePair<string, object?>(Fields.StateCode, new OptionSetValue(0)),
            new KeyValuePair<string, object?>(Fields.StatusCode, new OptionSetValue((int)PlanState.Approved)));
        if (plan.FormerId is { } formerId && PlanRow.Find(call.AsSystem, formerId) is { State: PlanState.Approved or PlanState.InForce } former && (former.Until is null || former.Until >= from))
        {
            PlanLife.Write(call, formerId, new KeyValuePair<string, object?>(Fields.Until, from.AddDays(-1).Midnight));
        }

        call.Output("Explanation", PlanTexts.Write(language, "Approved", plan.Title(language), from));
    }

    private static InvalidPluginExecutionException Refuse(Language language, string name, params object[] facts) => new(PlanTexts.Write(language, name, facts));
}
