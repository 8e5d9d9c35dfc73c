using System;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>Closes a period in the background: customers' values first, then everybody's statement. Closing again takes in what was learned since; else it changes nothing.</summary>
[CustomApi("crmx_ClosePeriod", "prvWritecrmx_CompensationPeriod",
    Workflow = true,
    DisplayName = "Close period",
    DisplayNameSpanish = "Cerrar periodo",
    Description = "Values the customers and calculates everybody's statement of a period, in slices in the background. Closing again takes in what was learned since.",
    DescriptionSpanish = "Valora a los clientes y calcula la liquidación de todos en un periodo, por partes y en segundo plano. Cerrar otra vez recoge lo conocido desde entonces.")]
[RequestParameter("PeriodId", ParameterType.Guid, DisplayName = "Period", DisplayNameSpanish = "Periodo",
    Description = "Id of the period (crmx_compensationperiod).", DescriptionSpanish = "Id del periodo (crmx_compensationperiod).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("WorkId", ParameterType.Guid, DisplayName = "Work", DisplayNameSpanish = "Trabajo",
    Description = "Id of the row that tells how far the close is (crmx_closingwork).", DescriptionSpanish = "Id del registro que dice cómo va el cierre (crmx_closingwork).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class ClosePeriod : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var period = call.Input<Guid>("PeriodId");
        call.DemandReadable(PayTables.Period, period);
        CompensationMode.DemandOn(call, language);

        var row = call.AsSystem.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.Code, PeriodColumns.Until));
        var code = row.GetAttributeValue<string>(PeriodColumns.Code) ?? "";
        if (row.GetAttributeValue<DateTime>(PeriodColumns.Until) >= call.Clock.UtcNow.Date) throw PayApi.Refuse(language, "NotOverYet", code, row.GetAttributeValue<DateTime>(PeriodColumns.Until).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        var store = new WorkStore(call.AsSystem);
        var id = PayIds.Work(period, 0);
        var text = "Closing";
        switch (store.Find(id))
        {
            case null:
                var first = WorkRow.New(period, code, 0, WorkColumns.CloseKind, []);
                first[WorkColumns.Cursor] = new ClosePhase(1, "", 0).ToString();
                call.AsSystem.Create(first);
                break;
            case { IsOpen: true }:
                text = "ClosingAlready";
                break;
            case { } done:
                Again(call.AsSystem, done);
                break;
        }

        call.Output("WorkId", id);
        call.Output("Explanation", ClosingTexts.Write(language, text, code));
    }

    // writing the attempts has it taken up
    private static void Again(IOrganizationService service, WorkRow done) => service.Update(new Entity(PayTables.Work, done.Id)
    {
        [WorkColumns.Cursor] = ClosePhase.Read(done.Cursor).Again().ToString(),
        [WorkColumns.Failure] = "",
        [WorkColumns.Attempts] = done.Attempts + 1,
        [WorkColumns.State] = new OptionSetValue(WorkColumns.Active),
        [WorkColumns.Status] = new OptionSetValue(WorkColumns.Waiting),
    });
}
