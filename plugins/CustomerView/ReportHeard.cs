using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Shows what outside call centres type: the commonest value of each topic with its share, and notes copied from customer to customer. Data that is
/// biased at the source is worse than none. Nothing is written.
/// </summary>
/// <remarks>Counts the facts that the caller may see. Values of sensitive topics are not told, only their share.</remarks>
[CustomApi("crmx_ReportHeard", "prvReadcrmx_CustomerFact",
    Workflow = true,
    DisplayName = "Report what was heard",
    DisplayNameSpanish = "Informar lo escuchado",
    Description = "What outside call centres recorded: the commonest value of each topic with its share, and copied notes, by company.",
    DescriptionSpanish = "Lo que registraron los centros de llamadas externos: el valor más común de cada tema con su proporción y las notas copiadas, por empresa.")]
[RequestParameter("Days", ParameterType.Integer, Optional = true, DisplayName = "Days", DisplayNameSpanish = "Días",
    Description = "How many days back, 1 to 366; 90 if left out.", DescriptionSpanish = "Cuántos días hacia atrás, de 1 a 366; 90 si se omite.")]
[RequestParameter("AgentCompany", ParameterType.String, Optional = true, DisplayName = "Agent company", DisplayNameSpanish = "Empresa externa",
    Description = "Only what this company recorded; all if left out.", DescriptionSpanish = "Solo lo que registró esta empresa; todas si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "The most striking figures in sentences.", DescriptionSpanish = "Las cifras más llamativas en frases.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "All figures as JSON: values (company, topic, value, times, of, share) and notes (company, words, customers).",
    DescriptionSpanish = "Todas las cifras en JSON: values (company, topic, value, times, of, share) y notes (company, words, customers).")]
public sealed class ReportHeard : CustomApi
{
    private const int DefaultDays = 90;
    private const int MostDays = 366;
    private const int PageSize = 5000;
    private const int MostPages = 10;
    private const int MostLines = 10;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = FactApi.LanguageOf(call);
        var days = call.Input("Days", DefaultDays);
        if (days is < 1 or > MostDays) throw new InvalidPluginExecutionException(FactTexts.Write(language, "DaysOutOfRange", MostDays));

        var topics = TopicRows.Of(call);
        var since = call.Clock.UtcNow.AddDays(-days);
        var company = call.Input("AgentCompany", "").Trim();
        // whose rows the caller may see is asked as the caller; what stands in them only the system reads
        var visible = new HashSet<Guid>();
        var more = Pages(call.AsCaller, Query(since, company), row => visible.Add(row.Id));
        var facts = new List<HeardFact>();
        if (visible.Count > 0)
        {
            more |= Pages(call.AsSystem, Query(since, company, Fields.Value, Fields.Words, Fields.TopicId, Fields.CustomerId, Fields.AgentCompany), row =>
            {
                if (visible.Contains(row.Id) && Read(row, topics) is { } fact) facts.Add(fact);
            });
        }

        var report = HeardReport.Of(facts);
        call.Output("Explanation", Explain(report, topics, days, more, language));
        call.Output("Details", HeardJson.Write(report));
    }

    private static HeardFact? Read(Entity row, TopicRows topics)
    {
        if (topics.Find(row.GetAttributeValue<EntityReference>(Fields.TopicId)?.Id ?? Guid.Empty) is not { } topic) return null;

        var isTold = topic.Sensitivity != Facts.Sensitivity.Sensitive;
        var value = row.GetAttributeValue<string>(Fields.Value) ?? "";
        return new HeardFact(
            row.GetAttributeValue<string>(Fields.AgentCompany) ?? "",
            topic.Code,
            row.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id ?? Guid.Empty,
            isTold || value.Length == 0 ? value : HeardJson.Masked(value),
            isTold ? row.GetAttributeValue<string>(Fields.Words) ?? "" : "");
    }

    private static QueryExpression Query(DateTime since, string company, params string[] columns)
    {
        var query = new QueryExpression(Tables.CustomerFact)
        {
            ColumnSet = columns.Length == 0 ? new ColumnSet(false) : new ColumnSet(columns),
            PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize },
        };
        query.Criteria.AddCondition(Fields.RecordedOn, ConditionOperator.GreaterEqual, since);
        if (company.Length > 0)
        {
            query.Criteria.AddCondition(Fields.AgentCompany, ConditionOperator.Equal, company);
        }
        else
        {
            query.Criteria.AddCondition(Fields.AgentCompany, ConditionOperator.NotNull);
        }

        query.AddOrder(Fields.CustomerFactId, OrderType.Ascending);
        return query;
    }

    /// <returns>Whether there was more than was read.</returns>
    private static bool Pages(IOrganizationService service, QueryExpression query, Action<Entity> take)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var rows = service.RetrieveMultiple(query);
            foreach (var row in rows.Entities) take(row);
            if (!rows.MoreRecords) return false;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = rows.PagingCookie;
        }

        return true;
    }

    private static string Explain(HeardReport report, TopicRows topics, int days, bool more, Language language)
    {
        if (report.Facts == 0) return FactTexts.Write(language, "HeardNothing", days);

        var lines = new List<string> { FactTexts.Write(language, "Heard", days, report.Facts) };
        if (more) lines.Add(FactTexts.Write(language, "HeardMore"));
        lines.AddRange(report.Values.Take(MostLines).Select(value => FactTexts.Write(
            language,
            "HeardCommon",
            value.Company,
            topics.Find(value.Topic)?.NameIn(language) ?? value.Topic,
            (value.Share * 100).ToString("0.#", CultureInfo.InvariantCulture),
            value.Of)));
        lines.AddRange(report.Notes.Take(MostLines).Select(note => FactTexts.Write(language, "HeardCopied", note.Company, note.Customers)));
        return string.Join("\n", lines);
    }
}
