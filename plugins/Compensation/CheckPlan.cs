using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Compensation;

/// <summary>Says whether a plan could be approved, and what is to be mended. Changes nothing.</summary>
[CustomApi("crmx_CheckPlan", "prvReadcrmx_CompensationPlan",
    Workflow = true,
    DisplayName = "Check plan",
    DisplayNameSpanish = "Comprobar plan",
    Description = "Says whether a compensation plan could be approved, with reasons.",
    DescriptionSpanish = "Dice si un plan de compensación podría aprobarse, con razones.")]
[RequestParameter("PlanId", ParameterType.Guid, DisplayName = "Plan", DisplayNameSpanish = "Plan",
    Description = "Id of the plan (crmx_compensationplan).", DescriptionSpanish = "Id del plan (crmx_compensationplan).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Allowed", ParameterType.Boolean, DisplayName = "Allowed", DisplayNameSpanish = "Permitido",
    Description = "Whether nothing speaks against it.", DescriptionSpanish = "Si nada habla en contra.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What is to be mended.", DescriptionSpanish = "Qué hay que corregir.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The findings, as JSON.", DescriptionSpanish = "Los hallazgos, en JSON.")]
public sealed class CheckPlan : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var id = call.Input<System.Guid>("PlanId");
        call.DemandReadable(Tables.CompensationPlan, id);

        var scrutiny = PlanScrutiny.Of(call, PlanRow.Find(call.AsSystem, id)!, language);
        call.Output("Allowed", scrutiny.Findings.Count == 0);
        call.Output("Explanation", scrutiny.Explain(language));
        call.Output("Details", scrutiny.Json(language));
    }
}
