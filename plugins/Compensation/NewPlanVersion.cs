using System;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>Copies a plan that stands into a draft with the next number, with its components, rates and gates: that is how a plan is changed.</summary>
[CustomApi("crmx_NewPlanVersion", "prvCreatecrmx_CompensationPlan",
    Workflow = true,
    DisplayName = "New plan version",
    DisplayNameSpanish = "Nueva versión del plan",
    Description = "Copies a compensation plan, its components, rates and gates into a draft with the next number.",
    DescriptionSpanish = "Copia un plan de compensación, con sus componentes, tramos y condiciones, en un borrador con el número siguiente.")]
[RequestParameter("PlanId", ParameterType.Guid, DisplayName = "Plan", DisplayNameSpanish = "Plan",
    Description = "Id of the plan (crmx_compensationplan).", DescriptionSpanish = "Id del plan (crmx_compensationplan).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("NewPlanId", ParameterType.Guid, DisplayName = "New plan", DisplayNameSpanish = "Plan nuevo",
    Description = "Id of the draft (crmx_compensationplan).", DescriptionSpanish = "Id del borrador (crmx_compensationplan).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What is to be done next.", DescriptionSpanish = "Qué sigue.")]
public sealed class NewPlanVersion : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var id = call.Input<Guid>("PlanId");
        call.DemandReadable(Tables.CompensationPlan, id);

        var plan = PlanRow.Find(call.AsSystem, id)!;
        if (plan.State == PlanState.Draft) throw new InvalidPluginExecutionException(PlanTexts.Write(language, "DraftNeedsNone"));

        var copy = new PlanCopy(call, plan);
        if (copy.OpenDraft is { } open) throw new InvalidPluginExecutionException(PlanTexts.Write(language, "VersionOpen", open));

        call.Output("NewPlanId", copy.Make());
        call.Output("Explanation", PlanTexts.Write(language, "NewVersion", copy.Version, plan.Code, plan.Version));
    }
}
