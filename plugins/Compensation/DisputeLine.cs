using System;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>A worker says that a line of their own statement is wrong. It waits for HR's answer, and nothing changes it meanwhile.</summary>
[CustomApi("crmx_DisputeLine", "prvCreatecrmx_PayDispute",
    Workflow = true,
    DisplayName = "Dispute line",
    DisplayNameSpanish = "Reclamar línea",
    Description = "Says that a line of one's own statement is wrong. HR answers within the business days of crmx_DisputeDays; until then nobody approves the statement.",
    DescriptionSpanish = "Dice que una línea de la propia liquidación está mal. Recursos Humanos responde dentro de los días hábiles de crmx_DisputeDays; mientras tanto nadie aprueba la liquidación.")]
[RequestParameter("LineId", ParameterType.Guid, DisplayName = "Line", DisplayNameSpanish = "Línea",
    Description = "Id of the line (crmx_compensationline).", DescriptionSpanish = "Id de la línea (crmx_compensationline).")]
[RequestParameter("Claim", ParameterType.String, DisplayName = "Claim", DisplayNameSpanish = "Reclamo",
    Description = "What is wrong with it, in the worker's words.", DescriptionSpanish = "Qué está mal, en palabras de quien reclama.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("DisputeId", ParameterType.Guid, DisplayName = "Dispute", DisplayNameSpanish = "Reclamo",
    Description = "Id of the dispute (crmx_paydispute).", DescriptionSpanish = "Id del reclamo (crmx_paydispute).")]
[ResponseProperty("DueOn", ParameterType.DateTime, DisplayName = "Due on", DisplayNameSpanish = "Vence el",
    Description = "The day by which it is answered, at 00:00 UTC.", DescriptionSpanish = "El día en que a más tardar se responde, a las 00:00 UTC.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class DisputeLine : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var lineId = call.Input<Guid>("LineId");
        call.DemandReadable(PayTables.Line, lineId);

        var id = call.AsSystem.Create(new Entity(PayTables.Dispute)
        {
            [DisputeColumns.Line] = new EntityReference(PayTables.Line, lineId),
            [DisputeColumns.Claim] = call.Input<string>("Claim"),
            [StatementColumns.Owner] = new EntityReference(Model.Tables.SystemUser, call.CallerId),
        });
        var due = call.AsSystem.Retrieve(PayTables.Dispute, id, new ColumnSet(DisputeColumns.DueOn)).GetAttributeValue<DateTime>(DisputeColumns.DueOn);
        call.Output("DisputeId", id);
        call.Output("DueOn", due);
        call.Output("Explanation", ClosingTexts.Write(language, "Disputing", due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
