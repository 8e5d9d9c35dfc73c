using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Disclosure;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Goodwill;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.Disclosure.Fields;
using UseOfData = Crm.Extensions.CustomerView.Facts.UseOfData;
using Verification = Crm.Extensions.CustomerView.Disclosure.Verification;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// The customer on one card, for one purpose: how to address him, what to know, what to ask, what he has with us, and what may be done. What the moment
/// does not need is left out. Each card is written down (crmx_disclosure).
/// </summary>
/// <remarks>Eight requests when topics, rules and roles are known: two for the customer, and one each for consents, ledger, facts, cases, contacts and the log.
/// What the worker may grant is read once a minute with them.</remarks>
[CustomApi("crmx_GetCustomerView", "prvReadcrmx_Customer",
    Workflow = true,
    DisplayName = "Get customer view",
    DisplayNameSpanish = "Obtener ficha del cliente",
    Description = "One card of a customer for one purpose: what the moment needs, and nothing else. Each card is logged.",
    DescriptionSpanish = "Una ficha del cliente para un fin: lo que el momento necesita y nada más. Cada ficha queda registrada.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Purpose", ParameterType.String, DisplayName = "Purpose", DisplayNameSpanish = "Fin",
    Description = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal or accountmanagement.",
    DescriptionSpanish = "order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal o accountmanagement.")]
[RequestParameter("Channel", ParameterType.String, DisplayName = "Channel", DisplayNameSpanish = "Canal",
    Description = "phonecall, email, letter, sms, whatsapp, visit or chat.", DescriptionSpanish = "phonecall, email, letter, sms, whatsapp, visit o chat.")]
[RequestParameter("Verification", ParameterType.String, DisplayName = "Verification", DisplayNameSpanish = "Verificación",
    Description = "none, known, verified or strong: how sure one is of whom one speaks to.", DescriptionSpanish = "none, known, verified o strong: qué tan seguro se está de con quién se habla.")]
[RequestParameter("Reason", ParameterType.String, Optional = true, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "Breaks the glass: why more must be seen than the purpose covers. Kept, and told to the topics' stewards.",
    DescriptionSpanish = "Rompe el cristal: por qué hay que ver más de lo que abarca el fin. Queda registrado y se avisa a los responsables de los temas.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The card as a text.", DescriptionSpanish = "La ficha como texto.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The card as JSON.", DescriptionSpanish = "La ficha en JSON.")]
public sealed class GetCustomerView : CustomApi
{
    private const int ShortestReason = 10;
    private const int MostReason = 2000;
    private const int MostCodes = 4000;
    private const int MostName = 200;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = FactApi.LanguageOf(call);
        var question = new CardQuestion(
            FactApi.Word<UseOfData>(call, "Purpose", language),
            FactApi.Word<Channel>(call, "Channel", language),
            FactApi.Word<Verification>(call, "Verification", language),
            CallerRoles.Of(call),
            GlassOf(call, language),
            language,
            call.Clock.UtcNow);
        var id = call.Input<Guid>("CustomerId");
        call.DemandReadable(Tables.Customer, id);

        var queries = new ViewQueries(call.AsSystem);
        var customer = queries.Subject(id, question.NowUtc);
        if (customer.Id != id) call.DemandReadable(Tables.Customer, customer.Id);
        var result = CardRule.Make(Subject(call, queries, customer, question.NowUtc), question, MatrixRows.Of(call));

        call.AsSystem.Create(Log(call, customer, question, result));
        call.Output("Details", CardJson.Write(result.Card));
        call.Output("Explanation", CardText.Write(result.Card, language, customer.Country));
    }

    private static string GlassOf(ApiCall call, Language language)
    {
        if (!call.Has("Reason") || call.Input<string>("Reason").Length == 0) return "";

        var reason = FactRecord.Plain(FactApi.Text(call, "Reason", MostReason, language));
        return reason.Count(char.IsLetterOrDigit) >= ShortestReason
            ? reason
            : throw new InvalidPluginExecutionException(DisclosureTexts.Write(language, "ReasonTooShort", ShortestReason));
    }

    private static CardSubject Subject(ApiCall call, ViewQueries queries, CardCustomer customer, DateTime now)
    {
        var topics = TopicRows.Of(call);
        var ledgers = new Queries(call.AsSystem);
        var records = ledgers.Customers(customer.Ids);
        var owed = ledgers.Ledger(customer.Ids, now);
        var obligations = records.SelectMany(owed.Of).GroupBy(ledger => ledger.Key).Select(same => same.First()).ToList();
        var today = customer.DayOf(now);
        return new CardSubject
        {
            Id = customer.Id,
            Person = customer.Person,
            Surnames = customer.Surnames,
            Country = customer.Country.Split('-')[0],
            Owner = customer.Owner,
            Topics = topics.All,
            Facts = new FactQueries(call.AsSystem, topics).Of(customer.Ids),
            Products = LedgerCard.Products(obligations, [.. records.SelectMany(record => record.Holds)], customer.Pack, now),
            Promises = LedgerCard.Promises(obligations),
            Cases = queries.Cases(customer),
            Contacts = queries.Contacts(customer, now),
            MayGrant = GrantingAuthority.Of(call)?.For(customer.Segment) is { } grant ? new CardGrant(grant.Value, grant.Key) : null,
            WantsNoOffers = records.Any(record => LedgerCard.WantsNoOffers(record, today)),
        };
    }

    private static Entity Log(ApiCall call, CardCustomer customer, CardQuestion question, CardResult result)
    {
        var log = new Entity(Tables.Disclosure)
        {
            [Fields.Name] = DisclosureTexts.Write(question.Language, "DisclosureName", customer.Person.Name, Words.Of(question.Use)).Shortened(MostName),
            [Fields.CustomerId] = new EntityReference(Tables.Customer, customer.Id),
            [Fields.UserId] = new EntityReference(Tables.SystemUser, call.CallerId),
            [Fields.Use] = Choice.Of(question.Use),
            [Fields.Channel] = Choice.Of(question.Channel),
            [Fields.Verification] = Choice.Of(question.Verification),
            [Fields.Shown] = Codes(result.Shown),
            [Fields.Withheld] = Codes(result.Withheld),
            [Fields.At] = question.NowUtc,
        };
        if (question.Glass.Length > 0) log[Fields.Reason] = TellSteward.Reason(question.Glass, result.Broken);
        return log;
    }

    private static string Codes(IEnumerable<string> codes) => string.Join(",", codes.Distinct()).Shortened(MostCodes);
}
