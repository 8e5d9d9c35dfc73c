using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Goodwill;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Service;

/// <summary>
/// What was granted of late, by job and segment, and what a person should look at: amounts cut into pieces to stay below a limit, grants to oneself or
/// one's own, a customer to whom somebody comes back again and again. Nothing is written, and nothing was prevented: trust first, look afterwards.
/// </summary>
/// <remarks>Counts the grants that the caller may see.</remarks>
[CustomApi("crmx_ReportGoodwill", "prvReadcrmx_GoodwillGrant",
    Workflow = true,
    DisplayName = "Report goodwill",
    DisplayNameSpanish = "Informar atenciones",
    Description = "Tells what was granted in the last days, by job and segment, and which grants a person should look at: split cases and grants to oneself or one's own.",
    DescriptionSpanish = "Dice qué se concedió en los últimos días, por puesto y segmento, y qué debería revisar una persona: casos partidos y concesiones a uno mismo o a los suyos.")]
[RequestParameter("Days", ParameterType.Integer, Optional = true, DisplayName = "Days", DisplayNameSpanish = "Días",
    Description = "How many days back, 1 to 366; 90 if left out.", DescriptionSpanish = "Cuántos días hacia atrás, de 1 a 366; 90 si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The figures and findings in sentences.", DescriptionSpanish = "Las cifras y los hallazgos en frases.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The same, as JSON: figures, splits, dealings, favourites.", DescriptionSpanish = "Lo mismo, en JSON: figures, splits, dealings, favourites.")]
public sealed class ReportGoodwill : CustomApi
{
    private const int DefaultDays = 90;
    private const int MostDays = 366;
    private const int MostLines = 20;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var days = call.Input("Days", DefaultDays);
        if (days is < 1 or > MostDays) throw new InvalidPluginExecutionException(GoodwillTexts.Write(language, "DaysOutOfRange", MostDays));

        var rows = new GoodwillReportRows(call.AsCaller, call.AsSystem);
        var grants = rows.Grants(call.Clock.UtcNow.AddDays(-days));
        var marks = new PersonMarksRows(call.AsSystem, rows.Workers.Keys, grants);
        var report = GoodwillReport.Of(grants, worker => rows.Workers[worker].Job, marks.OfWorker, marks.OfCustomer);
        call.Output("Explanation", string.Join("\n", Lines(report, rows, days, language)));
        call.Output("Details", GoodwillReportJson.Write(report));
    }

    private static IEnumerable<string> Lines(GoodwillReport report, GoodwillReportRows rows, int days, Language language)
    {
        string Say(string text, params object[] facts) => GoodwillTexts.Write(language, text, facts);
        string Amount(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);
        if (report.Grants == 0)
        {
            yield return Say("ReportNone", days);
            yield break;
        }

        yield return Say("Report", days, report.Grants);
        if (rows.HasMore) yield return Say("ReportMore", report.Grants);
        foreach (var split in report.Splits.Take(MostLines)) yield return Say("ReportSplit", split.Grants.Count, split.Currency, Amount(split.Total), Amount(split.Limit), split.Customer);
        foreach (var dealing in report.Dealings.Take(MostLines))
        {
            yield return Say(
                "ReportDealing", rows.Workers[dealing.Worker].Name, dealing.Currency, Amount(dealing.Total), string.Join(", ", dealing.Signs.Select(sign => Say("Sign." + Words.Of(sign)))), dealing.Customer);
        }

        foreach (var favourite in report.Favourites.Take(MostLines))
        {
            yield return Say("ReportFavourite", favourite.Grants, favourite.Of, rows.Workers[favourite.Worker].Name, favourite.Currency, Amount(favourite.Total), favourite.Customer);
        }

        foreach (var figure in report.Figures.Take(MostLines))
        {
            yield return Say(
                "ReportFigure", figure.Job, figure.Segment?.ToString() ?? Say("NoSegment"), Say("Kind." + Words.Of(figure.Kind)), figure.Grants, figure.Customers, figure.Currency, Amount(figure.Total));
        }
    }
}
