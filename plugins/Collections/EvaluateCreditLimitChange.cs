using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Answers whether a limit may be changed so, why, and from when on. Nothing is recorded.</summary>
[CustomApi("crmx_EvaluateCreditLimitChange", "prvReadcrmx_CreditLimitChange",
    Workflow = true,
    DisplayName = "Evaluate credit limit change",
    DisplayNameSpanish = "Evaluar cambio de límite de crédito",
    Description = "Tells whether a limit may be changed so, why, and from when on; a figure that is given as the reason is computed again.",
    DescriptionSpanish = "Dice si un límite se puede cambiar así, por qué y desde cuándo; la cifra que se da como razón se vuelve a calcular.")]
[RequestParameter("ObligationId", ParameterType.Guid, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Id of the obligation (crmx_obligation).", DescriptionSpanish = "Id de la obligación (crmx_obligation).")]
[RequestParameter("NewLimit", ParameterType.Decimal, DisplayName = "New limit", DisplayNameSpanish = "Nuevo límite",
    Description = "In the obligation's currency.", DescriptionSpanish = "En la moneda de la obligación.")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Razón",
    Description = "customerrequest, offer, risk or other.", DescriptionSpanish = "customerrequest, offer, risk u other.")]
[RequestParameter("EffectiveOn", ParameterType.DateTime, DisplayName = "Effective on", DisplayNameSpanish = "Fecha de efecto",
    Description = "The day on which it takes effect.", DescriptionSpanish = "El día en que surte efecto.")]
[RequestParameter("Metric", ParameterType.String, Optional = true, DisplayName = "Metric", DisplayNameSpanish = "Métrica",
    Description = "averagespending, utilisation, missedpayments or dayspastdue: the figure that it rests on.",
    DescriptionSpanish = "averagespending, utilisation, missedpayments o dayspastdue: la cifra en que se apoya.")]
[RequestParameter("MetricStated", ParameterType.Decimal, Optional = true, DisplayName = "Stated value", DisplayNameSpanish = "Valor afirmado",
    Description = "What the figure is said to be.", DescriptionSpanish = "Lo que se afirma que es la cifra.")]
[RequestParameter("MetricThreshold", ParameterType.Decimal, Optional = true, DisplayName = "Threshold", DisplayNameSpanish = "Umbral",
    Description = "From what figure on it is a reason.", DescriptionSpanish = "Desde qué cifra es una razón.")]
[RequestParameter("MetricMonths", ParameterType.Integer, Optional = true, DisplayName = "Months", DisplayNameSpanish = "Meses",
    Description = "Over how many closed cycles, 1 to 60.", DescriptionSpanish = "En cuántos ciclos cerrados, de 1 a 60.")]
[RequestParameter("MetricAsOf", ParameterType.DateTime, Optional = true, DisplayName = "As of", DisplayNameSpanish = "Fecha de la cifra",
    Description = "On what day.", DescriptionSpanish = "A qué día.")]
[RequestParameter("NoticeId", ParameterType.Guid, Optional = true, DisplayName = "Notice", DisplayNameSpanish = "Aviso",
    Description = "Id of the contact attempt by which the customer was told.", DescriptionSpanish = "Id del intento de contacto con que se avisó al cliente.")]
[RequestParameter("ConsentId", ParameterType.Guid, Optional = true, DisplayName = "Consent", DisplayNameSpanish = "Consentimiento",
    Description = "Id of the consent to this increase.", DescriptionSpanish = "Id del consentimiento a este aumento.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Allowed", ParameterType.Boolean, DisplayName = "Allowed", DisplayNameSpanish = "Permitido",
    Description = "Whether nothing objects.", DescriptionSpanish = "Si nada se opone.")]
[ResponseProperty("Decision", ParameterType.String, DisplayName = "Decision", DisplayNameSpanish = "Decisión",
    Description = "allowed or stopped.", DescriptionSpanish = "allowed o stopped.")]
[ResponseProperty("EarliestOn", ParameterType.DateTime, DisplayName = "Earliest on", DisplayNameSpanish = "No antes del",
    Description = "Of a decrease: the first day on which it may take effect, as things stand.",
    DescriptionSpanish = "De una reducción: el primer día en que puede surtir efecto, tal como están las cosas.")]
[ResponseProperty("Rules", ParameterType.String, DisplayName = "Rules", DisplayNameSpanish = "Reglas",
    Description = "Ids of the rules that decided, separated by commas.", DescriptionSpanish = "Ids de las reglas que decidieron, separados por comas.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Why, on what authority, and what can be done.", DescriptionSpanish = "Por qué, con qué fundamento y qué se puede hacer.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The whole judgement as JSON, with the figures and statements it rests on.",
    DescriptionSpanish = "El dictamen completo en JSON, con las cifras y los estados de cuenta en que se apoya.")]
public sealed class EvaluateCreditLimitChange : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = CardApi.LanguageOf(call);
        var question = new LimitQuestion(
            call.Input<Guid>("ObligationId"),
            null,
            call.Input<decimal>("NewLimit"),
            CardApi.Word<LimitChangeReason>(call, "Reason", language),
            CalendarDate.Of(call.Input<DateTime>("EffectiveOn")))
        {
            Claim = CardApi.ClaimOf(call, language),
            Notice = CardApi.Given(call, "NoticeId"),
            Consent = CardApi.Given(call, "ConsentId"),
        };

        call.DemandReadable(Tables.Obligation, question.Obligation);
        if (question.Notice is { } notice) call.DemandReadable(Tables.ContactAttempt, notice);
        if (question.Consent is { } consent) call.DemandReadable(Tables.Consent, consent);

        var verdict = CardApi.JudgeFor(call).Judge(question);
        CardApi.Answer(call, verdict, language);
        if (verdict?.Judgement.EarliestOn is { } earliest) call.Output("EarliestOn", DateTime.SpecifyKind(earliest.Midnight, DateTimeKind.Utc));
    }
}
