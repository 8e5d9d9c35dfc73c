using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Takes HR's file in: people, jobs, managers, salaries and absences, each from a day on. What is wrong is told by line and column, the rest goes in; the same file
/// twice changes nothing.
/// </summary>
/// <remarks>
/// Writes at most 400 rows at once, so that a first import of thousands stays well under two minutes a call: the same file again goes on where it stopped.
/// Whoever may call it writes salaries; they are never part of the answer.
/// </remarks>
[CustomApi("crmx_ImportRoster", "prvCreatecrmx_Worker",
    Workflow = true,
    DisplayName = "Import roster",
    DisplayNameSpanish = "Importar plantilla",
    Description = "Takes HR's CSV of people, jobs, managers, salaries and absences in. Call it again with the same file while More is true.",
    DescriptionSpanish = "Incorpora el CSV de RR. HH. con personas, puestos, jefes, salarios y ausencias. Llámelo de nuevo con el mismo archivo mientras More sea verdadero.")]
[RequestParameter("Content", ParameterType.String, DisplayName = "Content", DisplayNameSpanish = "Contenido",
    Description = "The file's text, heading first.", DescriptionSpanish = "El texto del archivo, con encabezado.")]
[RequestParameter("DryRun", ParameterType.Boolean, Optional = true, DisplayName = "Dry run", DisplayNameSpanish = "Solo comprobar",
    Description = "Say what would change and write nothing.", DescriptionSpanish = "Decir qué cambiaría sin escribir nada.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Errors", ParameterType.Integer, DisplayName = "Errors", DisplayNameSpanish = "Errores",
    Description = "How many mistakes were found; their rows are left out.", DescriptionSpanish = "Cuántos errores se hallaron; sus filas quedan fuera.")]
[ResponseProperty("More", ParameterType.Boolean, DisplayName = "More", DisplayNameSpanish = "Hay más",
    Description = "Whether more is to be written: call again with the same file.", DescriptionSpanish = "Si queda más por escribir: llame de nuevo con el mismo archivo.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was found and done.", DescriptionSpanish = "Qué se halló y se hizo.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Errors by line and column, changes and orphaned customers, as JSON.", DescriptionSpanish = "Errores por línea y columna, cambios y clientes huérfanos, en JSON.")]
public sealed class ImportRoster : CustomApi
{
    private const int MostCharacters = 8_000_000;
    private const int MostWrites = 400;
    private const int MostLines = 30;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var content = call.Input<string>("Content");
        if (content.Length > MostCharacters) throw new InvalidPluginExecutionException(RosterTexts.Write(language, "FileTooLong", content.Length, MostCharacters));

        var isDry = call.Input("DryRun", false);
        var today = HouseDay.Today(call);
        var file = RosterFile.Read(content);
        var rows = new RosterRows(call.AsSystem, file);
        var plan = RosterReconciliation.Make(file, rows.State, today);
        var writer = new RosterWriter(call.AsSystem, rows, OwnerOf(call));
        var written = isDry ? 0 : Write(plan, writer);

        var leavers = new Leavers(call.AsSystem);
        var ended = leavers.Of(plan.Workers.ToDictionary(worker => writer.WorkerId(worker.Hrid)));
        var closed = isDry ? 0 : Math.Min(ended.Count, MostWrites - written);
        for (var index = 0; index < closed; index++) leavers.End(ended[index]);

        var left = isDry ? 0 : plan.Changes.Count - written + ended.Count - closed;
        var report = RosterJson.Report(plan, language);
        report.Written = isDry ? null : written;
        report.Ended = [.. ended.GroupBy(end => end.Hrid).Select(worker => new RosterReportEnd { Hrid = worker.Key, Until = worker.First().Until.ToString(), Customers = worker.Count() })];
        var orphans = Orphans.On(call.AsSystem, today);
        report.OrphanCount = orphans.Count;
        report.Orphans = [.. orphans.Take(Orphans.Most).Select(orphan => new RosterReportOrphan { CustomerId = orphan.CustomerId.ToString("D"), Name = orphan.Name, Former = orphan.Former })];
        call.Output("Errors", report.ErrorCount);
        call.Output("More", left > 0);
        call.Output("Details", RosterJson.Write(report));
        call.Output("Explanation", Explain(plan, report, isDry ? null : written, left, language));
    }

    private static int Write(RosterPlan plan, RosterWriter writer)
    {
        var count = Math.Min(plan.Changes.Count, MostWrites);
        for (var index = 0; index < count; index++) writer.Write(plan.Changes[index]);
        return count;
    }

    // rows of people are HR's: they belong to who imports them, where that user may read them
    private static EntityReference? OwnerOf(ApiCall call) =>
        call.Holds(call.CallerId, "prvReadcrmx_Worker") ? new EntityReference(Tables.SystemUser, call.CallerId) : null;

    private static string Explain(RosterPlan plan, RosterReport report, int? written, int left, Language language)
    {
        var lines = new List<string> { RosterTexts.Summary(plan, written, language) };
        if (left > 0) lines.Add(RosterTexts.Write(language, "More", left));
        lines.AddRange(plan.Findings.Take(MostLines).Select(finding => RosterTexts.Of(finding, language)));
        lines.AddRange(report.Ended!.Take(MostLines).Select(end => RosterTexts.Write(language, "Ended", end.Hrid, end.Until, end.Customers)));
        if (report.OrphanCount > 0) lines.Add(RosterTexts.Write(language, report.OrphanCount > Orphans.Most ? "OrphansOrMore" : "Orphans", Math.Min(report.OrphanCount.Value, Orphans.Most)));
        return string.Join("\n", lines);
    }
}
