using System;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Answers whether a customer may be contacted, why, and when. Nothing is recorded and nothing is reserved.</summary>
[CustomApi("crmx_EvaluateContact", "prvReadcrmx_ContactAttempt",
    Workflow = true,
    DisplayName = "Evaluate contact",
    DisplayNameSpanish = "Evaluar contacto",
    Description = "Tells whether a customer may be contacted by a channel, for a purpose, at a time; why; and when it would be allowed.",
    DescriptionSpanish = "Dice si se puede contactar a un cliente por un canal, con un propósito y a una hora; por qué; y cuándo estaría permitido.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Channel", ParameterType.String, DisplayName = "Channel", DisplayNameSpanish = "Canal",
    Description = "phonecall, email, letter, sms, whatsapp, visit or chat.", DescriptionSpanish = "phonecall, email, letter, sms, whatsapp, visit o chat.")]
[RequestParameter("Purpose", ParameterType.String, DisplayName = "Purpose", DisplayNameSpanish = "Propósito",
    Description = "thankyou, reminder, collection, promise, sales, survey, service, fraudalert, otp, requested, notice or outage.",
    DescriptionSpanish = "thankyou, reminder, collection, promise, sales, survey, service, fraudalert, otp, requested, notice u outage.")]
[RequestParameter("At", ParameterType.DateTime, Optional = true, DisplayName = "At", DisplayNameSpanish = "Hora",
    Description = "When, in UTC; now if left out.", DescriptionSpanish = "Cuándo, en UTC; ahora si se omite.")]
[RequestParameter("ObligationId", ParameterType.Guid, Optional = true, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Id of the obligation it is about.", DescriptionSpanish = "Id de la obligación de que se trata.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Allowed", ParameterType.Boolean, DisplayName = "Allowed", DisplayNameSpanish = "Permitido",
    Description = "Whether it may be made at that time.", DescriptionSpanish = "Si se puede hacer a esa hora.")]
[ResponseProperty("Decision", ParameterType.String, DisplayName = "Decision", DisplayNameSpanish = "Decisión",
    Description = "allowed, moved or stopped.", DescriptionSpanish = "allowed, moved o stopped.")]
[ResponseProperty("NextAllowedAt", ParameterType.DateTime, DisplayName = "Next allowed at", DisplayNameSpanish = "Próxima hora permitida",
    Description = "When it may be made, in UTC; empty when it may not be made in the next two months.",
    DescriptionSpanish = "Cuándo se puede hacer, en UTC; vacío si no se puede en los próximos dos meses.")]
[ResponseProperty("Rules", ParameterType.String, DisplayName = "Rules", DisplayNameSpanish = "Reglas",
    Description = "Ids of the rules that decided, separated by commas.", DescriptionSpanish = "Ids de las reglas que decidieron, separados por comas.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Why, on what authority, and when it would be allowed.", DescriptionSpanish = "Por qué, con qué fundamento y cuándo estaría permitido.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The whole verdict as JSON.", DescriptionSpanish = "El dictamen completo en JSON.")]
public sealed class EvaluateContact : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var customer = call.Input<Guid>("CustomerId");
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var facts = new ContactFacts
        {
            Table = "",
            ActivityId = Guid.Empty,
            IsNew = true,
            Channel = Word<Channel>(call, "Channel", language),
            Purpose = Word<Purpose>(call, "Purpose", language),
            Outgoing = true,
            State = ActivityState.Open,
            AtUtc = AsUtc(call.Input("At", call.Clock.UtcNow)),
            Customer = customer,
        };

        call.DemandReadable(Tables.Customer, customer);
        var obligation = call.Input("ObligationId", Guid.Empty);
        if (obligation != Guid.Empty) call.DemandReadable(Tables.Obligation, obligation);

        var judge = new ContactJudge(new Queries(call.AsSystem), CourtesyConfiguration.Read(call), call.Clock.UtcNow, call.Trace);
        Answer(call, facts, judge.Judge(facts, ContactPhase.Planned, explicitTime: false), language);
    }

    private static void Answer(ApiCall call, ContactFacts facts, ContactJudgement? judgement, Language language)
    {
        var verdict = judgement?.Customers.Single().Verdict;
        call.Output("Allowed", verdict?.Allowed ?? true);
        call.Output("Decision", Words.Of(verdict?.Decision ?? Decision.Allowed));
        call.Output("Rules", verdict?.RuleIds ?? "");
        call.Output("Explanation", verdict is null ? GuardTexts.Write(language, "NoCustomer") : VerdictText.Explain(verdict, language));
        call.Output("Details", verdict is null ? "{\"allowed\":true,\"decision\":\"allowed\",\"nextAllowedAt\":null,\"rules\":[]}" : VerdictJson.Write(verdict, language));
        if (verdict is null) call.Output("NextAllowedAt", facts.AtUtc);
        else if (verdict.NextAllowedAtUtc is { } next) call.Output("NextAllowedAt", next);
    }

    private static TWord Word<TWord>(ApiCall call, string parameter, Language language)
        where TWord : struct, Enum
    {
        var text = call.Input<string>(parameter);
        return Words.TryRead<TWord>(text, out var word)
            ? word
            : throw new InvalidPluginExecutionException(GuardTexts.Write(language, "UnknownWord", parameter, text, string.Join(", ", Words.All<TWord>())));
    }

    private static DateTime AsUtc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
