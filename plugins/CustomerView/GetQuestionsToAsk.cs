using System.Linq;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Tells what may be asked of a customer for a purpose: what is missing, expired or contradictory, and never what a department heard already, also where
/// the caller may not see the answer. Nothing is written, and no value is told.
/// </summary>
[CustomApi("crmx_GetQuestionsToAsk", "prvReadcrmx_CustomerFact",
    Workflow = true,
    DisplayName = "Get questions to ask",
    DisplayNameSpanish = "Obtener preguntas por hacer",
    Description = "What may be asked of a customer for a purpose: only what nobody knows yet, what has expired and what contradicts.",
    DescriptionSpanish = "Qué se le puede preguntar a un cliente con un fin: solo lo que nadie sabe aún, lo vencido y lo contradictorio.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Purpose", ParameterType.String, DisplayName = "Purpose", DisplayNameSpanish = "Fin",
    Description = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal or accountmanagement.",
    DescriptionSpanish = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal o accountmanagement.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad",
    Description = "How many questions there are.", DescriptionSpanish = "Cuántas preguntas hay.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The questions, and what was asked already.", DescriptionSpanish = "Las preguntas y lo que ya se preguntó.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Both as JSON: ask (topic, question, why, document), asked (topic, name, answer).",
    DescriptionSpanish = "Ambas cosas en JSON: ask (topic, question, why, document), asked (topic, name, answer).")]
public sealed class GetQuestionsToAsk : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = FactApi.LanguageOf(call);
        var use = FactApi.Word<UseOfData>(call, "Purpose", language);
        var ids = FactApi.DemandCustomer(call, call.Input<System.Guid>("CustomerId"));
        var topics = TopicRows.Of(call);
        var questions = QuestionList.Of(topics.All, new FactQueries(call.AsSystem, topics).Of(ids), use, call.Clock.UtcNow);

        call.Output("Count", questions.Ask.Count);
        call.Output("Explanation", Explain(questions, language));
        call.Output("Details", QuestionJson.Write(questions, language));
    }

    private static string Explain(QuestionList questions, Language language)
    {
        var ask = questions.Ask.Count == 0
            ? FactTexts.Write(language, "AskNothing")
            : FactTexts.Write(language, "AskThese", string.Join("; ", questions.Ask.Select(question => question.Topic.QuestionIn(language))));
        return questions.Asked.Count == 0
            ? ask
            : ask + " " + FactTexts.Write(language, "AlreadyAsked", string.Join(", ", questions.Asked.Select(asked => asked.Topic.NameIn(language))));
    }
}
