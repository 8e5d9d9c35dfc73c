using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Collections;

/// <summary>Answers whether a card may be blocked for a reason, and why. Nothing is recorded, and nobody is told.</summary>
[CustomApi("crmx_EvaluateCardBlock", "prvReadcrmx_CardBlock",
    Workflow = true,
    DisplayName = "Evaluate card block",
    DisplayNameSpanish = "Evaluar bloqueo de tarjeta",
    Description = "Tells whether a card may be blocked for a reason, and why; a figure that is given as the reason is computed again.",
    DescriptionSpanish = "Dice si una tarjeta se puede bloquear por una razón, y por qué; la cifra que se da como razón se vuelve a calcular.")]
[RequestParameter("ObligationId", ParameterType.Guid, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Id of the obligation (crmx_obligation).", DescriptionSpanish = "Id de la obligación (crmx_obligation).")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Razón",
    Description = "fraud, lost, amount, arrears or abroad.", DescriptionSpanish = "fraud, lost, amount, arrears o abroad.")]
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
[RequestParameter("From", ParameterType.DateTime, Optional = true, DisplayName = "From", DisplayNameSpanish = "Desde",
    Description = "From when on, in UTC; now if left out.", DescriptionSpanish = "Desde cuándo, en UTC; ahora si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Allowed", ParameterType.Boolean, DisplayName = "Allowed", DisplayNameSpanish = "Permitido",
    Description = "Whether nothing objects.", DescriptionSpanish = "Si nada se opone.")]
[ResponseProperty("Decision", ParameterType.String, DisplayName = "Decision", DisplayNameSpanish = "Decisión",
    Description = "allowed or stopped.", DescriptionSpanish = "allowed o stopped.")]
[ResponseProperty("Rules", ParameterType.String, DisplayName = "Rules", DisplayNameSpanish = "Reglas",
    Description = "Ids of the rules that decided, separated by commas.", DescriptionSpanish = "Ids de las reglas que decidieron, separados por comas.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Why, on what authority, and what can be done.", DescriptionSpanish = "Por qué, con qué fundamento y qué se puede hacer.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The whole judgement as JSON, with the figures and statements it rests on.",
    DescriptionSpanish = "El dictamen completo en JSON, con las cifras y los estados de cuenta en que se apoya.")]
public sealed class EvaluateCardBlock : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = CardApi.LanguageOf(call);
        var question = new BlockQuestion(
            call.Input<Guid>("ObligationId"),
            CardApi.Word<BlockReason>(call, "Reason", language),
            CardApi.AsUtc(call.Input("From", call.Clock.UtcNow)),
            CardApi.ClaimOf(call, language));

        call.DemandReadable(Tables.Obligation, question.Obligation);
        CardApi.Answer(call, CardApi.JudgeFor(call).Judge(question), language);
    }
}
