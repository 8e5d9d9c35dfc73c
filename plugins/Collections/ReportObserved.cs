using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Shows what the rules would have done to the tenant's own activities of late: those made before anything was installed too. Nothing is written. Of
/// old activities the ledger's state at their hour is not known, so that only hours, holidays and caps are heard.
/// </summary>
[CustomApi("crmx_ReportObserved", "prvReadcrmx_ContactAttempt",
    Workflow = true,
    DisplayName = "Report observed contacts",
    DisplayNameSpanish = "Informar contactos observados",
    Description = "Tells what would have been moved or stopped of the contacts of the last days, by rule, department and channel.",
    DescriptionSpanish = "Dice qué se habría reprogramado o detenido de los contactos de los últimos días, por regla, departamento y canal.")]
[RequestParameter("Days", ParameterType.Integer, Optional = true, DisplayName = "Days", DisplayNameSpanish = "Días",
    Description = "How many days back, 1 to 366; 90 if left out.", DescriptionSpanish = "Cuántos días hacia atrás, de 1 a 366; 90 si se omite.")]
[RequestParameter("AssumePurpose", ParameterType.String, Optional = true, DisplayName = "Assumed purpose", DisplayNameSpanish = "Propósito supuesto",
    Description = "The purpose of contacts that name none; collection if left out.", DescriptionSpanish = "El propósito de los contactos que no lo indican; collection si se omite.")]
[RequestParameter("Country", ParameterType.String, Optional = true, DisplayName = "Country", DisplayNameSpanish = "País",
    Description = "ISO code of the country of persons without one; the tenant's default if left out.",
    DescriptionSpanish = "Código ISO del país de las personas que no lo tienen; el predeterminado del entorno si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Judged", ParameterType.Integer, DisplayName = "Judged", DisplayNameSpanish = "Examinados",
    Description = "Contacts that there are rules for.", DescriptionSpanish = "Contactos para los que hay reglas.")]
[ResponseProperty("Moved", ParameterType.Integer, DisplayName = "Moved", DisplayNameSpanish = "Reprogramados",
    Description = "Contacts that would have been given another hour.", DescriptionSpanish = "Contactos que habrían cambiado de hora.")]
[ResponseProperty("Stopped", ParameterType.Integer, DisplayName = "Stopped", DisplayNameSpanish = "Detenidos",
    Description = "Contacts that would have been stopped.", DescriptionSpanish = "Contactos que se habrían detenido.")]
[ResponseProperty("Breaches", ParameterType.Integer, DisplayName = "Breaches", DisplayNameSpanish = "Incumplimientos",
    Description = "Of both, contacts that were made all the same.", DescriptionSpanish = "De ambos, los contactos que de todos modos se hicieron.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The figures in a sentence.", DescriptionSpanish = "Las cifras en una frase.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The figures by rule, department and channel as JSON.", DescriptionSpanish = "Las cifras por regla, departamento y canal, en JSON.")]
public sealed class ReportObserved : CustomApi
{
    private const int DefaultDays = 90;
    private const int MostDays = 366;

    private static readonly string[] ActivityTables = [Tables.PhoneCall, Tables.Email, Tables.Letter, Tables.Appointment, Tables.TextMessage];

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var days = call.Input("Days", DefaultDays);
        if (days is < 1 or > MostDays) throw new InvalidPluginExecutionException(PlanningTexts.Write(language, "DaysOutOfRange", MostDays));

        var configuration = CourtesyConfiguration.Read(call);
        var country = call.Input("Country", configuration.DefaultCountry);
        if (country.Length > 0 && CountryPacks.Find(country) is null)
        {
            throw new InvalidPluginExecutionException(PlanningTexts.Write(language, "UnknownCountry", country, string.Join(", ", CountryPacks.Countries)));
        }

        // what the caller may not see is not counted for him
        var past = new PastActivities(call.AsCaller, Assumed(call, language), country);
        var policies = new Dictionary<string, HousePolicy>(StringComparer.Ordinal);
        var report = new ObservedReport((contact, history) => Judge(contact, history, configuration, policies, call));
        foreach (var person in ActivityTables.SelectMany(table => past.Of(table, call.Clock.UtcNow.AddDays(-days))).ToLookup(contact => contact.Person)) report.Add(person);

        call.Output("Judged", report.Judged);
        call.Output("Moved", report.Moved);
        call.Output("Stopped", report.Stopped);
        call.Output("Breaches", report.Breaches);
        call.Output("Explanation", PlanningTexts.Write(language, "Observed", days, report.Judged, report.Moved, report.Stopped, report.Breaches, report.NotJudged));
        call.Output("Details", ObservedJson.Write(report));
    }

    private static Verdict? Judge(
        PastContact contact, IReadOnlyList<ContactAttempt> history, CourtesyConfiguration configuration, Dictionary<string, HousePolicy> policies, ApiCall call)
    {
        if (CountryPacks.Find(contact.Country) is not { } pack) return null;

        var day = CalendarDate.Of(contact.AtUtc);
        var key = pack.Country + day;
        if (!policies.TryGetValue(key, out var policy)) policies[key] = policy = configuration.PolicyForObserving(pack.Country, day, call.Trace);
        return ContactCourtesy.Judge(
            new ContactRequest(contact.Channel, contact.Purpose, contact.AtUtc, ContactPhase.Planned)
            {
                ActivityId = contact.ActivityId,
                MoveWithinDays = configuration.MoveWithinDays,
            },
            new CustomerContext { Key = contact.Person, History = history },
            pack,
            policy);
    }

    private static Purpose Assumed(ApiCall call, Language language)
    {
        var text = call.Input("AssumePurpose", Words.Of(Purpose.Collection));
        return Words.TryRead<Purpose>(text, out var purpose)
            ? purpose
            : throw new InvalidPluginExecutionException(GuardTexts.Write(language, "UnknownWord", "AssumePurpose", text, string.Join(", ", Words.All<Purpose>())));
    }
}
