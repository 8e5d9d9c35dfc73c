using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>The topics of the tenant: configuration, at most a minute old.</summary>
internal sealed class TopicRows
{
    private readonly Dictionary<string, Topic> byCode;
    private readonly Dictionary<Guid, Topic> byId;

    private TopicRows(IReadOnlyList<Topic> all)
    {
        All = all;
        byCode = all.ToDictionary(topic => topic.Code, StringComparer.OrdinalIgnoreCase);
        byId = all.ToDictionary(topic => topic.Id);
    }

    public IReadOnlyList<Topic> All { get; }

    public static TopicRows Of(Execution execution) => execution.Configuration(Read);

    /// <summary>As <see cref="Of"/>, but read anew where a topic is younger than the configuration.</summary>
    public static TopicRows With(Execution execution, Guid topic)
    {
        var known = Of(execution);
        return known.byId.ContainsKey(topic) ? known : Read(execution.AsSystem);
    }

    public Topic? Find(string code) => byCode.TryGetValue(code.Trim(), out var topic) ? topic : null;

    public Topic? Find(Guid id) => byId.TryGetValue(id, out var topic) ? topic : null;

    /// <summary>The topic of that code.</summary>
    /// <exception cref="InvalidPluginExecutionException">There is none; it says which there are.</exception>
    public Topic Demand(string code, Language language) =>
        Find(code) ?? throw new InvalidPluginExecutionException(FactTexts.Write(language, "UnknownTopic", code.Shortened(50), string.Join(", ", byCode.Keys.OrderBy(known => known, StringComparer.Ordinal))));

    /// <summary>Creates what ships and the tenant lacks. What is there is left as an administrator made it, a topic that was switched off too.</summary>
    /// <returns>How many were created.</returns>
    public static int Install(IOrganizationService service)
    {
        var query = new QueryExpression(Tables.Topic) { ColumnSet = new ColumnSet(Model.Topic.Fields.Code) };
        var present = new HashSet<string>(
            service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(Model.Topic.Fields.Code) ?? ""), StringComparer.OrdinalIgnoreCase);
        var missing = TopicCatalogue.Shipped.Where(topic => !present.Contains(topic.Code)).ToList();
        foreach (var topic in missing) service.Create(Row(topic));
        return missing.Count;
    }

    private static Entity Row(Topic topic) => new(Tables.Topic, ComponentId.Of("Topic", topic.Code))
    {
        [Model.Topic.Fields.Code] = topic.Code,
        [Model.Topic.Fields.Name] = topic.Name,
        [Model.Topic.Fields.NameSpanish] = topic.NameSpanish,
        [Model.Topic.Fields.QuestionEnglish] = topic.QuestionEnglish,
        [Model.Topic.Fields.QuestionSpanish] = topic.QuestionSpanish,
        [Model.Topic.Fields.Category] = Choice.Of(topic.Category),
        [Model.Topic.Fields.Sensitivity] = Choice.Of(topic.Sensitivity),
        [Model.Topic.Fields.ValidDays] = topic.ValidDays,
        [Model.Topic.Fields.Purposes] = string.Join(",", topic.Uses.Select(use => Words.Of(use))),
        [Model.Topic.Fields.Document] = topic.IsDocument,
        [Model.Topic.Fields.Order] = topic.Order,
    };

    private static TopicRows Read(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.Topic)
        {
            ColumnSet = new ColumnSet(
                Model.Topic.Fields.Code, Model.Topic.Fields.Name, Model.Topic.Fields.NameSpanish, Model.Topic.Fields.QuestionEnglish,
                Model.Topic.Fields.QuestionSpanish, Model.Topic.Fields.Category, Model.Topic.Fields.Sensitivity, Model.Topic.Fields.ValidDays,
                Model.Topic.Fields.Purposes, Model.Topic.Fields.Document, Model.Topic.Fields.Order, Model.Topic.Fields.StewardId),
        };
        query.Criteria.AddCondition(Model.Topic.Fields.StateCode, ConditionOperator.Equal, 0);
        return new TopicRows([.. system.RetrieveMultiple(query).Entities.Select(Read).GroupBy(topic => topic.Code, StringComparer.OrdinalIgnoreCase).Select(same => same.First())]);
    }

    // a topic without a category is taken for the most delicate: it is shown to nobody by mistake
    private static Topic Read(Entity row) => new(
        (row.GetAttributeValue<string>(Model.Topic.Fields.Code) ?? "").Trim(),
        Choice.Read<DataCategory>(row.GetAttributeValue<OptionSetValue>(Model.Topic.Fields.Category)) ?? DataCategory.Health,
        Choice.Read<Sensitivity>(row.GetAttributeValue<OptionSetValue>(Model.Topic.Fields.Sensitivity)) ?? Sensitivity.Sensitive)
    {
        Id = row.Id,
        Name = row.GetAttributeValue<string>(Model.Topic.Fields.Name) ?? "",
        NameSpanish = row.GetAttributeValue<string>(Model.Topic.Fields.NameSpanish) ?? "",
        QuestionEnglish = row.GetAttributeValue<string>(Model.Topic.Fields.QuestionEnglish) ?? "",
        QuestionSpanish = row.GetAttributeValue<string>(Model.Topic.Fields.QuestionSpanish) ?? "",
        ValidDays = row.GetAttributeValue<int?>(Model.Topic.Fields.ValidDays) ?? 0,
        Uses = Topic.ReadUses(row.GetAttributeValue<string>(Model.Topic.Fields.Purposes)),
        IsDocument = row.GetAttributeValue<bool?>(Model.Topic.Fields.Document) ?? false,
        Order = row.GetAttributeValue<int?>(Model.Topic.Fields.Order) ?? int.MaxValue,
        Steward = row.GetAttributeValue<EntityReference>(Model.Topic.Fields.StewardId)?.Id ?? Guid.Empty,
    };
}
