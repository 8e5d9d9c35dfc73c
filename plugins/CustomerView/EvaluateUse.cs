using System;
using System.Linq;
using Crm.Extensions.CustomerView.Disclosure;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView;

/// <summary>Tells whether a decision for a purpose may rest on facts about a customer; one that would rest on what its purpose may not see is refused.</summary>
[CustomApi("crmx_EvaluateUse", "prvReadcrmx_CustomerFact",
    Workflow = true,
    DisplayName = "Evaluate use of facts",
    DisplayNameSpanish = "Evaluar uso de datos",
    Description = "Tells whether a decision for a purpose may rest on facts of these topics. Nothing is told of their values.",
    DescriptionSpanish = "Dice si una decisión con un fin puede apoyarse en datos de estos temas. No dice nada de sus valores.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Topics", ParameterType.String, DisplayName = "Topics", DisplayNameSpanish = "Temas",
    Description = "Codes of topics with commas between them; delinquency, segment, restriction, products, promises, cases and contacts are topics too.",
    DescriptionSpanish = "Códigos de temas separados por comas; también son temas delinquency, segment, restriction, products, promises, cases y contacts.")]
[RequestParameter("Purpose", ParameterType.String, DisplayName = "Purpose", DisplayNameSpanish = "Fin",
    Description = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal or accountmanagement.",
    DescriptionSpanish = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal o accountmanagement.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Allowed", ParameterType.Boolean, DisplayName = "Allowed", DisplayNameSpanish = "Permitido",
    Description = "Whether the decision may rest on all of them.", DescriptionSpanish = "Si la decisión puede apoyarse en todos.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Which it may not rest on, and what can be done.", DescriptionSpanish = "En cuáles no puede apoyarse y qué se puede hacer.")]
public sealed class EvaluateUse : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = FactApi.LanguageOf(call);
        var use = FactApi.Word<UseOfData>(call, "Purpose", language);
        call.DemandReadable(Model.Tables.Customer, call.Input<Guid>("CustomerId"));
        var known = TopicRows.Of(call);
        var topics = call.Input<string>("Topics").Split(',').Select(code => code.Trim()).Where(code => code.Length > 0)
            .Select(code => OwnTopics.Find(code) ?? known.Demand(code, language)).Distinct().ToList();
        if (topics.Count == 0) known.Demand("", language);

        var refused = new FactUse(MatrixRows.Of(call)).Refused(topics, use);
        call.Output("Allowed", refused.Count == 0);
        call.Output("Explanation", DisclosureTexts.Write(
            language,
            refused.Count == 0 ? "UseAllowed" : "UseRefused",
            Collections.Words.Of(use),
            string.Join(", ", (refused.Count == 0 ? topics : refused).Select(topic => topic.NameIn(language)))));
    }
}
