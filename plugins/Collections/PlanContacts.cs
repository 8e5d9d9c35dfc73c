using System;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Makes a team's list for a day: whom to contact about money, in order of what matters most, each at an hour that is permitted. Nothing is recorded and
/// nothing is reserved; each contact is judged again when it is saved.
/// </summary>
[CustomApi("crmx_PlanContacts", "prvReadcrmx_Obligation",
    Workflow = true,
    DisplayName = "Plan contacts",
    DisplayNameSpanish = "Planear contactos",
    Description = "A day's list for a team: whom to contact, what for, in order, with a permitted hour for each.",
    DescriptionSpanish = "La lista del día para un equipo: a quién contactar y para qué, en orden, con una hora permitida para cada quien.")]
[RequestParameter("TeamId", ParameterType.Guid, Optional = true, DisplayName = "Team", DisplayNameSpanish = "Equipo",
    Description = "Team that owns the obligations, or whose members do; the caller's own and his teams' if left out.",
    DescriptionSpanish = "Equipo propietario de las obligaciones, o cuyos miembros lo son; las propias y las de sus equipos si se omite.")]
[RequestParameter("Date", ParameterType.DateTime, Optional = true, DisplayName = "Date", DisplayNameSpanish = "Fecha",
    Description = "The day; from now on today if left out.", DescriptionSpanish = "El día; desde ahora, hoy, si se omite.")]
[RequestParameter("Channel", ParameterType.String, Optional = true, DisplayName = "Channel", DisplayNameSpanish = "Canal",
    Description = "phonecall if left out.", DescriptionSpanish = "phonecall si se omite.")]
[RequestParameter("MinutesPerContact", ParameterType.Integer, Optional = true, DisplayName = "Minutes per contact", DisplayNameSpanish = "Minutos por contacto",
    Description = "1 to 240; 6 if left out.", DescriptionSpanish = "De 1 a 240; 6 si se omite.")]
[RequestParameter("Agents", ParameterType.Integer, Optional = true, DisplayName = "Agents", DisplayNameSpanish = "Agentes",
    Description = "How many people make contacts at the same time, 1 to 500; 1 if left out.", DescriptionSpanish = "Cuántas personas contactan a la vez, de 1 a 500; 1 si se omite.")]
[RequestParameter("PageSize", ParameterType.Integer, Optional = true, DisplayName = "Page size", DisplayNameSpanish = "Tamaño de página",
    Description = "How many obligations are looked at, 1 to 500; 500 if left out.", DescriptionSpanish = "Cuántas obligaciones se examinan, de 1 a 500; 500 si se omite.")]
[RequestParameter("Page", ParameterType.Integer, Optional = true, DisplayName = "Page", DisplayNameSpanish = "Página",
    Description = "From 1, the most overdue first.", DescriptionSpanish = "Desde 1, primero lo más vencido.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad",
    Description = "How many contacts are planned.", DescriptionSpanish = "Cuántos contactos se planean.")]
[ResponseProperty("More", ParameterType.Boolean, DisplayName = "More", DisplayNameSpanish = "Hay más",
    Description = "Whether there is another page.", DescriptionSpanish = "Si hay otra página.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The list in a sentence.", DescriptionSpanish = "La lista en una frase.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The list, and who is left in peace and why, as JSON.", DescriptionSpanish = "La lista, y a quién se deja tranquilo y por qué, en JSON.")]
public sealed class PlanContacts : CustomApi
{
    private const int MostCustomers = 500;
    private const int DefaultMinutes = 6;
    private const int MostMinutes = 240;
    private const int MostAgents = 500;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var channel = ChannelOf(call, language);
        var minutes = Within(call, "MinutesPerContact", DefaultMinutes, MostMinutes, language);
        var agents = Within(call, "Agents", 1, MostAgents, language);
        var size = Within(call, "PageSize", MostCustomers, MostCustomers, language);
        var page = Within(call, "Page", 1, int.MaxValue, language);
        var team = call.Has("TeamId") ? call.Input<Guid>("TeamId") : (Guid?)null;
        if (team is { } named) call.DemandReadable("team", named);

        var now = call.Clock.UtcNow;
        var list = TeamList.Read(call.AsCaller, team, now, page, size);
        var plan = list.Rows.Count == 0 ? new DayPlan([], []) : Plan(call, list, channel, minutes, agents, now);
        call.Output("Count", plan.Contacts.Count);
        call.Output("More", list.More);
        call.Output("Explanation", plan.Contacts.Count + plan.Left.Count == 0
            ? PlanningTexts.Write(language, "PlanEmpty")
            : PlanningTexts.Write(language, "PlanSummary", plan.Contacts.Count, plan.Left.Count));
        call.Output("Details", PlanJson.Write(plan, language));
    }

    private static DayPlan Plan(ApiCall call, TeamList list, Channel channel, int minutes, int agents, DateTime now)
    {
        var configuration = CourtesyConfiguration.Read(call);
        var day = call.Has("Date") ? CalendarDate.Of(call.Input<DateTime>("Date")) : (CalendarDate?)null;
        var ids = list.Rows.Select(row => row.Customer).Distinct().ToList();
        var latest = day is { } named && named.Midnight > now ? named.Midnight : now;
        var desk = new PlanDesk(new Queries(call.AsSystem), configuration, ids, now, latest.AddDays(2), now, call.Trace);
        var candidates = list.Rows.Select(desk.Candidate).OfType<PlanCandidate>().ToList();
        if (candidates.Count == 0) return new DayPlan([], []);

        // the day is that of the country in which most of them live; each is judged on his own clock
        var clock = candidates.Select(candidate => desk.Of(candidate.Customer, candidate.ObligationKey)!)
            .GroupBy(matter => matter.Law.Country, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => group.First().Law.Clocks[0])
            .First();
        var date = day ?? clock.DateAt(now);
        var start = clock.StartOf(date);
        return DayPlan.Of(
            candidates,
            start > now ? start : now,
            clock.StartOf(date.AddDays(1)),
            minutes,
            agents,
            (candidate, at) => desk.Judge(desk.Of(candidate.Customer, candidate.ObligationKey)!, channel, candidate.Purpose, at));
    }

    private static Channel ChannelOf(ApiCall call, Language language)
    {
        var text = call.Input("Channel", Words.Of(Channel.PhoneCall));
        return Words.TryRead<Channel>(text, out var channel)
            ? channel
            : throw new InvalidPluginExecutionException(GuardTexts.Write(language, "UnknownWord", "Channel", text, string.Join(", ", Words.All<Channel>())));
    }

    private static int Within(ApiCall call, string parameter, int otherwise, int most, Language language)
    {
        var number = call.Input(parameter, otherwise);
        return number >= 1 && number <= most ? number : throw new InvalidPluginExecutionException(PlanningTexts.Write(language, "NumberOutOfRange", parameter, most));
    }
}
