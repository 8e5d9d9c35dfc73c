using System;
using System.Runtime.Serialization;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>What if: the same rules with other figures. It writes nothing.</summary>
[CustomApi("crmx_EstimatePay", "prvReadcrmx_CompensationStatement",
    Workflow = true,
    DisplayName = "Estimate pay",
    DisplayNameSpanish = "Estimar pago",
    Description = "What a statement would come to if customers' value or HR's figures were others. The same rules; nothing is written.",
    DescriptionSpanish = "A cuánto llegaría una liquidación si el valor de los clientes o las cifras de Recursos Humanos fueran otros. Las mismas reglas; no se escribe nada.")]
[RequestParameter("StatementId", ParameterType.Guid, DisplayName = "Statement", DisplayNameSpanish = "Liquidación",
    Description = "Id of the statement (crmx_compensationstatement).", DescriptionSpanish = "Id de la liquidación (crmx_compensationstatement).")]
[RequestParameter("Changes", ParameterType.String, DisplayName = "Changes", DisplayNameSpanish = "Cambios",
    Description = "What is supposed, as JSON: customers (customerId, value) and achievements (metric, measured).",
    DescriptionSpanish = "Lo que se supone, en JSON: customers (customerId, value) y achievements (metric, measured).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Payable", ParameterType.Decimal, DisplayName = "Payable", DisplayNameSpanish = "Por pagar",
    Description = "What would be payable.", DescriptionSpanish = "Lo que se pagaría.")]
[ResponseProperty("Stated", ParameterType.Decimal, DisplayName = "Stated", DisplayNameSpanish = "Indicado",
    Description = "What the same rules say without the changes.", DescriptionSpanish = "Lo que dicen las mismas reglas sin los cambios.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The difference in a sentence.", DescriptionSpanish = "La diferencia en una frase.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The supposed statement as JSON.", DescriptionSpanish = "La liquidación supuesta, en JSON.")]
public sealed class EstimatePay : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var statement = PayApi.Shown(call, call.Input<Guid>("StatementId"), language);
        CompensationMode.DemandOn(call, language);
        var changes = Changes(call, language);

        var book = new StatementBook(call, call.AsSystem);
        var facts = book.Read(statement.Period, [statement.Worker]);
        var stated = book.Draft(facts, statement.Worker, language);
        var supposed = book.Draft(facts, statement.Worker, language, input => Suppositions.Apply(input, changes, language));
        call.Output("Payable", supposed.Payable);
        call.Output("Stated", stated.Payable);
        call.Output("Explanation", ClosingTexts.Write(language, "Estimated", StatementJson.Amount(supposed.Payable), StatementJson.Amount(stated.Payable), stated.Heading.Currency));
        call.Output("Details", StatementJson.Write(supposed.File(Guid.Empty, 0)));
    }

    private static EstimateChanges Changes(ApiCall call, Language language)
    {
        try
        {
            return StatementJson.Read<EstimateChanges>(call.Input<string>("Changes"));
        }
        catch (SerializationException cause)
        {
            throw new InvalidPluginExecutionException(ClosingTexts.Write(language, "BadChanges"), cause);
        }
    }
}
