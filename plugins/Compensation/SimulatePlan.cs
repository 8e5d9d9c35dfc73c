using System;
using System.Linq;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Compensation;

/// <summary>Runs a plan, a draft too, over past periods: what everybody on the job would have earned beside what they earned. It writes nothing.</summary>
[CustomApi("crmx_SimulatePlan", "prvCreatecrmx_CompensationPlan",
    Workflow = true,
    DisplayName = "Simulate plan",
    DisplayNameSpanish = "Simular plan",
    Description = "What a plan would have paid in past periods: cost, winners and losers, and how much hangs on a tenth more or less of customers' value.",
    DescriptionSpanish = "Lo que un plan habría pagado en periodos pasados: costo, quién gana y quién pierde, y cuánto depende de una décima más o menos del valor de los clientes.")]
[RequestParameter("PlanId", ParameterType.Guid, DisplayName = "Plan", DisplayNameSpanish = "Plan",
    Description = "Id of the plan (crmx_compensationplan).", DescriptionSpanish = "Id del plan (crmx_compensationplan).")]
[RequestParameter("Periods", ParameterType.String, DisplayName = "Periods", DisplayNameSpanish = "Periodos",
    Description = "Codes of periods with commas between them.", DescriptionSpanish = "Códigos de periodos separados por comas.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Cost", ParameterType.Decimal, DisplayName = "Cost", DisplayNameSpanish = "Costo",
    Description = "What the plan would have cost.", DescriptionSpanish = "Lo que el plan habría costado.")]
[ResponseProperty("Earned", ParameterType.Decimal, DisplayName = "Earned", DisplayNameSpanish = "Ganado",
    Description = "What the same people earned.", DescriptionSpanish = "Lo que ganaron las mismas personas.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The outcome in a sentence.", DescriptionSpanish = "El resultado en una frase.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Everybody's pay, cost and sensitivity as JSON.", DescriptionSpanish = "El pago de cada persona, el costo y la sensibilidad, en JSON.")]
public sealed class SimulatePlan : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var plan = call.Input<Guid>("PlanId");
        call.DemandReadable(PayTables.Plan, plan);
        CompensationMode.DemandOn(call, language);
        var codes = call.Input<string>("Periods").Split(',').Select(code => code.Trim()).Where(code => code.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (codes.Count == 0) throw PayApi.Refuse(language, "WhichPeriods");

        var file = new Simulation(call, language).Run(plan, codes);
        call.Output("Cost", StatementJson.Amount(file.Cost));
        call.Output("Earned", StatementJson.Amount(file.Earned));
        call.Output("Explanation", ClosingTexts.Write(language, "Simulated", file.Cost, file.Earned, file.Currency, file.Winners, file.Losers));
        call.Output("Details", StatementJson.Write(file));
    }
}
