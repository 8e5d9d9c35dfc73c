using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;
using FactSource = Crm.Extensions.CustomerView.Facts.FactSource;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Completes a fact when it is recorded, whichever way it comes (API, form, import): what is its name, until when it holds, where it comes from, and
/// whether the customer had told us before.
/// </summary>
/// <remarks>Warm, one request. Marks are settled again by <see cref="SettleFacts"/>, since two may be recorded at once.</remarks>
[Step(Message.Create, Tables.CustomerFact, Stage.PreOperation)]
public sealed class KeepFact : Plugin<CustomerFact>
{
    private const int MostLetters = 200;

    /// <inheritdoc/>
    protected override void Execute(Execution<CustomerFact> execution)
    {
        var row = execution.Target;
        if (row.GetAttributeValue<EntityReference>(Fields.TopicId) is not { } topicId || row.GetAttributeValue<EntityReference>(Fields.CustomerId) is not { } customer) return;

        var topics = TopicRows.With(execution, topicId.Id);
        if (topics.Find(topicId.Id) is not { } topic) return;

        Complete(execution, topic, customer);
        var queries = new FactQueries(execution.AsSystem, topics);
        if (queries.Read(row) is not { } fact) return;

        var before = fact.Source == FactSource.Said ? queries.Of(customer.Id, topicId.Id).Where(other => other.RecordedUtc <= fact.RecordedUtc).ToList() : [];
        execution.Write(Fields.Repeated, FactHistory.IsRepeat(fact, before));
    }

    private static void Complete(Execution<CustomerFact> execution, Facts.Topic topic, EntityReference customer)
    {
        var row = execution.Target;
        var now = execution.Clock.UtcNow;
        if (string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Name)))
        {
            execution.Write(Fields.Name, (customer.Name is { Length: > 0 } name ? topic.NameIn(execution.Language) + " · " + name : topic.NameIn(execution.Language)).Shortened(MostLetters));
        }

        if (!row.Attributes.ContainsKey(Fields.Source)) execution.Write(Fields.Source, Choice.Of(FactSource.Said));
        if (!row.Attributes.ContainsKey(Fields.Answer)) execution.Write(Fields.Answer, Choice.Of(SaysSomething(row) ? FactAnswer.Given : FactAnswer.Unknown));

        // what somebody dates into the future would outlive every later word
        var recorded = row.GetAttributeValue<DateTime?>(Fields.RecordedOn) is { } given && given <= now ? given : now;
        recorded = new DateTime(recorded.Ticks - (recorded.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        if (!Equals(row.GetAttributeValue<DateTime?>(Fields.RecordedOn), recorded)) execution.Write(Fields.RecordedOn, recorded);

        if (row.GetAttributeValue<DateTime?>(Fields.ExpiresOn) is null
            && FactHistory.ExpiryOf(Choice.Read<FactAnswer>(row.GetAttributeValue<OptionSetValue>(Fields.Answer)) ?? FactAnswer.Given, topic.ValidDays, recorded) is { } expires)
        {
            execution.Write(Fields.ExpiresOn, expires);
        }

        if (string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Origin)))
        {
            var fact = new FactRecord(Guid.Empty, topic.Code, FactAnswer.Given, recorded)
            {
                Source = Choice.Read<FactSource>(row.GetAttributeValue<OptionSetValue>(Fields.Source)) ?? FactSource.Said,
                AgentCompany = row.GetAttributeValue<string>(Fields.AgentCompany) ?? "",
            };
            execution.Write(Fields.Origin, FactOrigin.Of(fact, execution.Language));
        }
    }

    private static bool SaysSomething(Entity row) =>
        !string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Value)) || !string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Words));
}
