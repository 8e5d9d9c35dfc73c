using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;
using FactSource = Crm.Extensions.CustomerView.Facts.FactSource;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Records what a customer told us, or did not wish to, or what we saw, with his own words. Says whether he had told us before. Called again with the
/// same answer in the same conversation it records nothing more; confirming prolongs what is on record.
/// </summary>
[CustomApi("crmx_RecordFact", "prvCreatecrmx_CustomerFact",
    Workflow = true,
    DisplayName = "Record fact",
    DisplayNameSpanish = "Registrar dato",
    Description = "Records what a customer told us in his own words, or that he declined; says whether he had to repeat it.",
    DescriptionSpanish = "Registra lo que un cliente nos dijo con sus propias palabras, o que prefirió no decirlo; dice si tuvo que repetirlo.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Topic", ParameterType.String, DisplayName = "Topic", DisplayNameSpanish = "Tema",
    Description = "Code of the topic (crmx_topic).", DescriptionSpanish = "Código del tema (crmx_topic).")]
[RequestParameter("Value", ParameterType.String, Optional = true, DisplayName = "Value", DisplayNameSpanish = "Valor",
    Description = "What is known, at most 4000 letters.", DescriptionSpanish = "Lo que se sabe, como máximo 4000 letras.")]
[RequestParameter("Words", ParameterType.String, Optional = true, DisplayName = "Words", DisplayNameSpanish = "Palabras",
    Description = "The customer's own words, at most 4000 letters; never edited.", DescriptionSpanish = "Las palabras del cliente, como máximo 4000 letras; nunca se modifican.")]
[RequestParameter("Answer", ParameterType.String, Optional = true, DisplayName = "Answer", DisplayNameSpanish = "Respuesta",
    Description = "given, declined or unknown; given if left out.", DescriptionSpanish = "given, declined o unknown; given si se omite.")]
[RequestParameter("Source", ParameterType.String, Optional = true, DisplayName = "Source", DisplayNameSpanish = "Procedencia",
    Description = "said, observed, derived or thirdparty; said if left out.", DescriptionSpanish = "said, observed, derived o thirdparty; said si se omite.")]
[RequestParameter("Origin", ParameterType.String, Optional = true, DisplayName = "Origin", DisplayNameSpanish = "Origen",
    Description = "Where it comes from, as it may be said aloud; written for you if left out.", DescriptionSpanish = "De dónde viene, tal como puede decirse en voz alta; se redacta si se omite.")]
[RequestParameter("HeardInTable", ParameterType.String, Optional = true, DisplayName = "Heard in (table)", DisplayNameSpanish = "Escuchado en (tabla)",
    Description = "phonecall, email, crmx_message, appointment, letter or incident.", DescriptionSpanish = "phonecall, email, crmx_message, appointment, letter o incident.")]
[RequestParameter("HeardInId", ParameterType.String, Optional = true, DisplayName = "Heard in (id)", DisplayNameSpanish = "Escuchado en (id)",
    Description = "Id of that call, message or case: repeats are counted on it.", DescriptionSpanish = "Id de esa llamada, mensaje o caso: en él se cuentan las repeticiones.")]
[RequestParameter("Department", ParameterType.String, Optional = true, DisplayName = "Department", DisplayNameSpanish = "Departamento",
    Description = "Who heard it.", DescriptionSpanish = "Quién lo escuchó.")]
[RequestParameter("AgentCompany", ParameterType.String, Optional = true, DisplayName = "Agent company", DisplayNameSpanish = "Empresa externa",
    Description = "The outside call centre that wrote it down.", DescriptionSpanish = "El centro de llamadas externo que lo anotó.")]
[RequestParameter("Confirming", ParameterType.Boolean, Optional = true, DisplayName = "Confirming", DisplayNameSpanish = "Confirmación",
    Description = "The customer confirmed or authenticated himself, or corrected it of his own accord: no repeat.",
    DescriptionSpanish = "El cliente lo confirmó, se autenticó o lo corrigió por iniciativa propia: no es repetición.")]
[RequestParameter("On", ParameterType.DateTime, Optional = true, DisplayName = "On", DisplayNameSpanish = "Cuándo",
    Description = "When it was said, UTC; now if left out.", DescriptionSpanish = "Cuándo se dijo, UTC; ahora si se omite.")]
[RequestParameter("ExpiresOn", ParameterType.DateTime, Optional = true, DisplayName = "Expires on", DisplayNameSpanish = "Vence el",
    Description = "Until when it holds, UTC, as a document says; by its topic if left out.", DescriptionSpanish = "Hasta cuándo vale, UTC, según el documento; según el tema si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("FactId", ParameterType.Guid, DisplayName = "Fact", DisplayNameSpanish = "Dato",
    Description = "Id of the fact (crmx_customerfact).", DescriptionSpanish = "Id del dato (crmx_customerfact).")]
[ResponseProperty("Repeated", ParameterType.Boolean, DisplayName = "Repeated", DisplayNameSpanish = "Repetido",
    Description = "Whether the customer had answered it before.", DescriptionSpanish = "Si el cliente ya lo había respondido.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What became of it, in a sentence.", DescriptionSpanish = "Qué resultó, en una frase.")]
public sealed class RecordFact : CustomApi
{
    private const int MostText = 4000;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = FactApi.LanguageOf(call);
        var topics = TopicRows.Of(call);
        var topic = topics.Demand(call.Input<string>("Topic"), language);
        var fact = Given(call, topic, language);
        var ids = FactApi.DemandCustomer(call, call.Input<Guid>("CustomerId"));
        if (fact.HeardInId.Length > 0) call.DemandReadable(fact.HeardInTable, Guid.Parse(fact.HeardInId), HeardIn.KeyOf(fact.HeardInTable));

        var queries = new FactQueries(call.AsSystem, topics);
        var before = queries.Of(ids)[topic.Code].ToList();
        var standing = FactStanding.Of(before, fact.RecordedUtc);
        if (before.Find(other => fact.SharesConversationWith(other) && other.Answer == fact.Answer && other.Source == fact.Source && other.SaysTheSameAs(fact) && other.Words == fact.Words) is { } same)
        {
            Answer(call, same.Id, same.Repeated, "Same", language, topic.NameIn(language));
        }
        else if (fact.WasConfirming && standing is { Knowledge: Knowledge.Known, Fact: { } known } && known.SaysTheSameAs(fact))
        {
            Confirm(call, known, fact, topic);
            Answer(call, known.Id, false, "Confirmed", language, topic.NameIn(language));
        }
        else
        {
            var id = call.AsSystem.Create(Row(fact, topic, ids.Last(), call.CallerId));
            var repeated = FactHistory.IsRepeat(fact, before);
            var last = standing.Fact is { } former ? CalendarDate.Of(former.RecordedUtc).ToString() : "";
            Answer(call, id, repeated, repeated ? "Repeated" : "Recorded", language, topic.NameIn(language), last);
        }
    }

    private static FactRecord Given(ApiCall call, Facts.Topic topic, Language language)
    {
        var now = call.Clock.UtcNow;
        var on = DateTime.SpecifyKind(call.Input("On", now), DateTimeKind.Utc);
        if (on > now) throw Refused(language, "Future", "On");

        on = new DateTime(on.Ticks - (on.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        var answer = FactApi.Word(call, "Answer", FactAnswer.Given, language);
        var fact = new FactRecord(Guid.Empty, topic.Code, answer, on)
        {
            Value = FactApi.Text(call, "Value", MostText, language),
            Words = FactApi.Text(call, "Words", MostText, language),
            Source = FactApi.Word(call, "Source", FactSource.Said, language),
            Origin = FactApi.Text(call, "Origin", 300, language),
            HeardInTable = Heard(call, language),
            HeardInId = HeardId(call, language),
            Department = FactApi.Text(call, "Department", 100, language),
            AgentCompany = FactApi.Text(call, "AgentCompany", 100, language),
            ConfirmedUtc = call.Input("Confirming", false) ? on : null,
            ExpiresUtc = call.Has("ExpiresOn") ? DateTime.SpecifyKind(call.Input<DateTime>("ExpiresOn"), DateTimeKind.Utc) : null,
        };
        if (answer == FactAnswer.Given && FactRecord.Plain(fact.Value).Length == 0 && FactRecord.Plain(fact.Words).Length == 0) throw Refused(language, "NothingSaid");
        return fact;
    }

    private static string Heard(ApiCall call, Language language)
    {
        var table = call.Input("HeardInTable", "").Trim();
        return table.Length == 0 || Array.IndexOf(HeardIn.AllTables, table) >= 0 ? table : throw Refused(language, "UnknownTable", string.Join(", ", HeardIn.AllTables));
    }

    private static string HeardId(ApiCall call, Language language)
    {
        var text = call.Input("HeardInId", "").Trim();
        if (text.Length == 0) return "";
        if (!Guid.TryParse(text, out var id)) throw Refused(language, "NotAnId", "HeardInId");

        // an id without its table cannot be looked at as the caller
        return call.Input("HeardInTable", "").Trim().Length > 0 ? Queries.Text(id) : throw Refused(language, "UnknownTable", string.Join(", ", HeardIn.AllTables));
    }

    private static void Confirm(ApiCall call, FactRecord known, FactRecord fact, Facts.Topic topic) => call.AsSystem.Update(new Entity(Tables.CustomerFact, known.Id)
    {
        [Fields.ConfirmedOn] = fact.RecordedUtc,
        [Fields.ExpiresOn] = fact.ExpiresUtc ?? FactHistory.ExpiryOf(known.Answer, topic.ValidDays, fact.RecordedUtc),
    });

    // the values are kept from nearly everybody, so the system writes them; the row is the caller's
    private static Entity Row(FactRecord fact, Facts.Topic topic, Guid customer, Guid owner)
    {
        var row = new Entity(Tables.CustomerFact)
        {
            [Fields.CustomerId] = new EntityReference(Tables.Customer, customer),
            [Fields.TopicId] = new EntityReference(Tables.Topic, topic.Id),
            [Fields.Answer] = Choice.Of(fact.Answer),
            [Fields.Source] = Choice.Of(fact.Source),
            [Fields.RecordedOn] = fact.RecordedUtc,
            ["ownerid"] = new EntityReference(Tables.SystemUser, owner),
        };
        void Set(string column, string text)
        {
            if (text.Length > 0) row[column] = text;
        }

        Set(Fields.Value, fact.Value);
        Set(Fields.Words, fact.Words);
        Set(Fields.Origin, fact.Origin);
        Set(Fields.HeardInTable, fact.HeardInTable);
        Set(Fields.HeardInId, fact.HeardInId);
        Set(Fields.Department, fact.Department);
        Set(Fields.AgentCompany, fact.AgentCompany);
        if (fact.ConfirmedUtc is { } confirmed) row[Fields.ConfirmedOn] = confirmed;
        if (fact.ExpiresUtc is { } expires) row[Fields.ExpiresOn] = expires;
        return row;
    }

    private static void Answer(ApiCall call, Guid id, bool repeated, string text, Language language, params object[] facts)
    {
        call.Output("FactId", id);
        call.Output("Repeated", repeated);
        call.Output("Explanation", FactTexts.Write(language, text, facts));
    }

    private static InvalidPluginExecutionException Refused(Language language, string text, params object[] facts) => new(FactTexts.Write(language, text, facts));
}
