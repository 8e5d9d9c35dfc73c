using System;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Compensation;

/// <summary>Calculates one worker's statement of a period at once, as the close of the period would. Calculated again without news it changes nothing.</summary>
[CustomApi("crmx_CalculateStatement", PayRights.Calculate,
    Workflow = true,
    DisplayName = "Calculate statement",
    DisplayNameSpanish = "Calcular liquidación",
    Description = "Calculates a worker's statement of a period. What has been shown stays; what was learned since comes with the next revision.",
    DescriptionSpanish = "Calcula la liquidación de un trabajador en un periodo. Lo mostrado queda; lo conocido desde entonces viene con la siguiente revisión.")]
[RequestParameter("WorkerId", ParameterType.Guid, DisplayName = "Worker", DisplayNameSpanish = "Trabajador",
    Description = "Id of the worker (crmx_worker).", DescriptionSpanish = "Id del trabajador (crmx_worker).")]
[RequestParameter("PeriodId", ParameterType.Guid, DisplayName = "Period", DisplayNameSpanish = "Periodo",
    Description = "Id of the period (crmx_compensationperiod).", DescriptionSpanish = "Id del periodo (crmx_compensationperiod).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("StatementId", ParameterType.Guid, DisplayName = "Statement", DisplayNameSpanish = "Liquidación",
    Description = "Id of the worker's latest statement of the period (crmx_compensationstatement).", DescriptionSpanish = "Id de la última liquidación del trabajador en el periodo (crmx_compensationstatement).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What came of it.", DescriptionSpanish = "Qué resultó.")]
public sealed class CalculateStatement : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var worker = call.Input<Guid>("WorkerId");
        var period = call.Input<Guid>("PeriodId");
        call.DemandReadable(PayTables.Worker, worker);
        call.DemandReadable(PayTables.Period, period);
        CompensationMode.DemandOn(call, language);

        call.Remember(ClosingMarks.Calculation, true);
        var book = new StatementBook(call, call.AsSystem);
        var result = book.Settle(book.Read(period, [worker]), worker, language);
        foreach (var request in result.Requests) call.AsSystem.Execute(request);
        call.Output("StatementId", result.Statement);
        call.Output("Explanation", result.Requests.Count == 0
            ? ClosingTexts.Write(language, "Unchanged")
            : ClosingTexts.Write(language, "CalculatedNow", result.Name, StatementJson.Amount(result.Payable), result.Currency));
    }
}
