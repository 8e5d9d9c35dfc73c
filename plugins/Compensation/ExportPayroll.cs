using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>The file for payroll: what HR has approved and no file holds yet, each statement in one file only. Asked again, it gives the same file.</summary>
[CustomApi("crmx_ExportPayroll", "prvCreatecrmx_PayrollExport",
    Workflow = true,
    DisplayName = "Export payroll",
    DisplayNameSpanish = "Exportar nómina",
    Description = "Writes the CSV for payroll of what HR has approved in a period and no file holds yet. With nothing new it gives the last file again.",
    DescriptionSpanish = "Escribe el CSV para nómina con lo aprobado por Recursos Humanos en un periodo que ningún archivo contiene todavía. Si no hay nada nuevo, devuelve el último archivo.")]
[RequestParameter("PeriodId", ParameterType.Guid, DisplayName = "Period", DisplayNameSpanish = "Periodo",
    Description = "Id of the period (crmx_compensationperiod).", DescriptionSpanish = "Id del periodo (crmx_compensationperiod).")]
[RequestParameter("Currency", ParameterType.String, Optional = true, DisplayName = "Currency", DisplayNameSpanish = "Moneda",
    Description = "ISO code; needed where statements of several currencies wait: a file has one.", DescriptionSpanish = "Código ISO; necesario si esperan liquidaciones de varias monedas: un archivo tiene una sola.")]
[RequestParameter("Number", ParameterType.Integer, Optional = true, DisplayName = "Number", DisplayNameSpanish = "Número",
    Description = "An earlier file of the period, given again as it was.", DescriptionSpanish = "Un archivo anterior del periodo, tal como fue.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Text", ParameterType.String, DisplayName = "Text", DisplayNameSpanish = "Texto", Description = "The file.", DescriptionSpanish = "El archivo.")]
[ResponseProperty("Total", ParameterType.Decimal, DisplayName = "Total", DisplayNameSpanish = "Total", Description = "Sum of what is payable.", DescriptionSpanish = "Suma de lo pagadero.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad", Description = "How many statements it holds.", DescriptionSpanish = "Cuántas liquidaciones contiene.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Which file it is.", DescriptionSpanish = "Qué archivo es.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Number, currency, digest, and whether it was made before, as JSON.", DescriptionSpanish = "Número, moneda, resumen criptográfico y si ya existía, en JSON.")]
public sealed class ExportPayroll : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var period = call.Input<Guid>("PeriodId");
        call.DemandReadable(PayTables.Period, period);
        CompensationMode.DemandEnforced(call, language);

        call.Remember(ClosingMarks.Export, true);
        var code = call.AsSystem.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.Code)).GetAttributeValue<string>(PeriodColumns.Code) ?? "";
        var export = Export(call, new PayrollRun(call.AsSystem, period, code), language);
        call.Output("Text", export.Text);
        call.Output("Total", export.Total);
        call.Output("Count", export.Count);
        call.Output("Explanation", ClosingTexts.Write(language, export.IsRepeated ? "ExportedAgain" : "Exported", export.Number, code, export.Count, StatementJson.Amount(export.Total), export.Currency));
        call.Output("Details", string.Format(
            CultureInfo.InvariantCulture, "{{\"number\":{0},\"currency\":\"{1}\",\"digest\":\"{2}\",\"repeated\":{3}}}",
            export.Number, export.Currency, StatementJson.Digest(export.Text), export.IsRepeated ? "true" : "false"));
    }

    private static PayrollExport Export(ApiCall call, PayrollRun run, Language language)
    {
        var made = run.Made();
        if (call.Has("Number"))
        {
            var number = call.Input<int>("Number");
            return made.FirstOrDefault(export => export.Number == number) ?? throw PayApi.Refuse(language, "NoSuchExport", number);
        }

        var currency = call.Input("Currency", "").Trim();
        var waiting = run.Waiting();
        var chosen = waiting.Where(group => currency.Length == 0 || string.Equals(group.Key, currency, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count > 1) throw PayApi.Refuse(language, "WhichCurrency", string.Join(", ", chosen.Select(group => group.Key).OrderBy(key => key, StringComparer.Ordinal)));
        if (chosen.Count == 0)
        {
            return made.LastOrDefault(export => currency.Length == 0 || string.Equals(export.Currency, currency, StringComparison.OrdinalIgnoreCase))
                ?? throw PayApi.Refuse(language, "NothingToExport");
        }

        var next = made.Count == 0 ? 1 : made[made.Count - 1].Number + 1;
        var export = run.Make(next, chosen[0].Key, chosen[0].ToList()) ?? throw PayApi.Refuse(language, "ColleagueExports");
        run.EndPeriod();
        return export;
    }
}
