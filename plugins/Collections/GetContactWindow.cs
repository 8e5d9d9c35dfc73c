using System;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Shows a week's grid for one customer: every half hour, whether he may be contacted then, and what closes the rest. Nothing is recorded.</summary>
[CustomApi("crmx_GetContactWindow", "prvReadcrmx_ContactAttempt",
    Workflow = true,
    DisplayName = "Get contact window",
    DisplayNameSpanish = "Consultar horario de contacto",
    Description = "The hours of the next seven days in which a customer may be contacted, and what closes the others.",
    DescriptionSpanish = "Las horas de los próximos siete días en que se puede contactar a un cliente, y qué cierra las demás.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Channel", ParameterType.String, Optional = true, DisplayName = "Channel", DisplayNameSpanish = "Canal",
    Description = "phonecall if left out.", DescriptionSpanish = "phonecall si se omite.")]
[RequestParameter("Purpose", ParameterType.String, Optional = true, DisplayName = "Purpose", DisplayNameSpanish = "Propósito",
    Description = "collection if left out.", DescriptionSpanish = "collection si se omite.")]
[RequestParameter("ObligationId", ParameterType.Guid, Optional = true, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Id of the obligation it is about.", DescriptionSpanish = "Id de la obligación de que se trata.")]
[RequestParameter("From", ParameterType.DateTime, Optional = true, DisplayName = "From", DisplayNameSpanish = "Desde",
    Description = "UTC; now if left out.", DescriptionSpanish = "UTC; ahora si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("NextAllowedAt", ParameterType.DateTime, DisplayName = "Next allowed at", DisplayNameSpanish = "Próxima hora permitida",
    Description = "The first permitted instant, UTC; empty where there is none in two months.", DescriptionSpanish = "El primer momento permitido, en UTC; vacío si no lo hay en dos meses.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The week in a sentence.", DescriptionSpanish = "La semana en una frase.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The grid, seven days of half hours, as JSON.", DescriptionSpanish = "La cuadrícula, siete días de medias horas, en JSON.")]
public sealed class GetContactWindow : CustomApi
{
    private const int Days = 7;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var customer = call.Input<Guid>("CustomerId");
        var channel = Word(call, "Channel", Channel.PhoneCall, language);
        var purpose = Word(call, "Purpose", Purpose.Collection, language);
        var obligation = call.Input("ObligationId", Guid.Empty);
        call.DemandReadable(Tables.Customer, customer);
        if (obligation != Guid.Empty) call.DemandReadable(Tables.Obligation, obligation);

        var now = call.Clock.UtcNow;
        var asked = call.Has("From") ? AsUtc(call.Input<DateTime>("From")) : now;
        var from = asked > now ? asked : now;
        var desk = new PlanDesk(new Queries(call.AsSystem), CourtesyConfiguration.Read(call), [customer], from, from.AddDays(Days), now, call.Trace);
        if (desk.Of(customer, obligation == Guid.Empty ? null : Queries.Text(obligation)) is not { } matter)
        {
            throw new InvalidPluginExecutionException(GuardTexts.Write(language, "NoCustomer"));
        }

        var clock = desk.ClockOf(matter);
        var grid = ContactGrid.Of(from, Days, clock, at => desk.Judge(matter, channel, purpose, at));
        var first = desk.Judge(matter, channel, purpose, from);
        var isOpen = grid.Days.Any(day => day.Cells.Any(cell => cell.IsOpen));
        var text = PlanningTexts.Write(language, isOpen ? "WindowOpen" : "WindowClosed", VerdictText.Name(channel, language), Days);
        if (first.NextAllowedAtUtc is { } next)
        {
            call.Output("NextAllowedAt", next);
            text += " " + PlanningTexts.Write(language, "WindowNext", VerdictText.Moment(clock.ToLocal(next), language));
        }

        call.Output("Explanation", text);
        call.Output("Details", GridJson.Write(grid, clock.Id, language));
    }

    private static TWord Word<TWord>(ApiCall call, string parameter, TWord otherwise, Language language)
        where TWord : struct, Enum
    {
        var text = call.Input(parameter, Words.Of(otherwise));
        return Words.TryRead<TWord>(text, out var word)
            ? word
            : throw new InvalidPluginExecutionException(GuardTexts.Write(language, "UnknownWord", parameter, text, string.Join(", ", Words.All<TWord>())));
    }

    private static DateTime AsUtc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
