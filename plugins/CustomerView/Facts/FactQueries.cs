using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What is asked of crmx_customerfact. Each method is one request; with the system's rights, since the values are kept from nearly everybody.</summary>
internal sealed class FactQueries
{
    private const int MostRows = 5000;

    private static readonly string[] Columns =
    [
        Fields.CustomerId, Fields.TopicId, Fields.Value, Fields.Words, Fields.Answer, Fields.Origin, Fields.Source, Fields.HeardInTable, Fields.HeardInId,
        Fields.Department, Fields.AgentCompany, Fields.RecordedOn, Fields.ConfirmedOn, Fields.ExpiresOn, Fields.SupersededOn, Fields.SupersededById, Fields.Repeated,
        Fields.CreatedOn,
    ];

    private readonly IOrganizationService service;
    private readonly TopicRows topics;

    public FactQueries(IOrganizationService service, TopicRows topics)
    {
        this.service = service;
        this.topics = topics;
    }

    /// <summary>All facts of a customer (of all ids he goes by) that were not switched off, by the code of their topic.</summary>
    public ILookup<string, FactRecord> Of(IReadOnlyCollection<Guid> customers)
    {
        var query = Query(customers);
        return service.RetrieveMultiple(query).Entities.Select(Read).OfType<FactRecord>().ToLookup(fact => fact.Topic, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The facts of a customer about one topic.</summary>
    public IReadOnlyList<FactRecord> Of(Guid customer, Guid topic)
    {
        var query = Query([customer]);
        query.Criteria.AddCondition(Fields.TopicId, ConditionOperator.Equal, topic);
        return [.. service.RetrieveMultiple(query).Entities.Select(Read).OfType<FactRecord>()];
    }

    /// <summary>How many questions had to be answered again in one conversation.</summary>
    public int RepeatedIn(string heardIn)
    {
        var query = new QueryExpression(Tables.CustomerFact) { ColumnSet = new ColumnSet(false), TopCount = MostRows };
        query.Criteria.AddCondition(Fields.HeardInId, ConditionOperator.Equal, heardIn);
        query.Criteria.AddCondition(Fields.Repeated, ConditionOperator.Equal, true);
        return service.RetrieveMultiple(query).Entities.Count;
    }

    /// <summary>A row as the rules see it; null where its topic is unknown.</summary>
    public FactRecord? Read(Entity row)
    {
        if (row.GetAttributeValue<EntityReference>(Fields.TopicId) is not { } topicId || topics.Find(topicId.Id) is not { } topic) return null;

        return FactOrigin.WithoutOurs(new FactRecord(
            row.Id,
            topic.Code,
            Choice.Read<FactAnswer>(row.GetAttributeValue<OptionSetValue>(Fields.Answer)) ?? FactAnswer.Given,
            Utc(row, Fields.RecordedOn) ?? Utc(row, Fields.CreatedOn) ?? DateTime.MinValue)
        {
            Value = row.GetAttributeValue<string>(Fields.Value) ?? "",
            Words = row.GetAttributeValue<string>(Fields.Words) ?? "",
            Origin = row.GetAttributeValue<string>(Fields.Origin) ?? "",
            Source = Choice.Read<FactSource>(row.GetAttributeValue<OptionSetValue>(Fields.Source)) ?? FactSource.Said,
            HeardInTable = row.GetAttributeValue<string>(Fields.HeardInTable) ?? "",
            HeardInId = row.GetAttributeValue<string>(Fields.HeardInId) ?? "",
            Department = row.GetAttributeValue<string>(Fields.Department) ?? "",
            AgentCompany = row.GetAttributeValue<string>(Fields.AgentCompany) ?? "",
            ConfirmedUtc = Utc(row, Fields.ConfirmedOn),
            ExpiresUtc = Utc(row, Fields.ExpiresOn),
            SupersededUtc = Utc(row, Fields.SupersededOn),
            SupersededBy = row.GetAttributeValue<EntityReference>(Fields.SupersededById)?.Id,
            Repeated = row.GetAttributeValue<bool?>(Fields.Repeated) ?? false,
        });
    }

    private static QueryExpression Query(IReadOnlyCollection<Guid> customers)
    {
        var query = new QueryExpression(Tables.CustomerFact) { ColumnSet = new ColumnSet(Columns), TopCount = MostRows };
        query.Criteria.AddCondition(Fields.CustomerId, ConditionOperator.In, customers.Cast<object>().ToArray());
        query.Criteria.AddCondition(Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(Fields.RecordedOn, OrderType.Descending);
        return query;
    }

    private static DateTime? Utc(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : null;
}
