using System.Linq;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Marks which facts of a topic took the place of which and which the customer had to repeat, and counts the repeats on the conversations in which they
/// were heard.
/// </summary>
/// <remarks>Repeatable, in any order: the marks are worked out of all facts of the topic each time, and only what differs is written.</remarks>
[Step(Message.Create, Tables.CustomerFact, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.CustomerFact, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [Fields.CustomerId, Fields.TopicId, Fields.Answer, Fields.RecordedOn, Fields.StateCode],
    Before = [Fields.CustomerId, Fields.TopicId, Fields.HeardInTable, Fields.HeardInId, Fields.Repeated])]
public sealed class SettleFacts : Plugin<CustomerFact>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<CustomerFact> execution)
    {
        var row = execution.Merged;
        if (row.GetAttributeValue<EntityReference>(Fields.TopicId) is not { } topic || row.GetAttributeValue<EntityReference>(Fields.CustomerId) is not { } customer) return;

        var queries = new FactQueries(execution.AsSystem, TopicRows.With(execution, topic.Id));
        var marks = FactHistory.Marks(queries.Of(customer.Id, topic.Id));
        foreach (var mark in marks.Where(mark => mark.IsNew)) execution.AsSystem.Update(Row(mark));

        var heard = marks
            .Where(mark => mark.Fact.HeardInId.Length > 0 && (mark.IsNew || mark.Fact.Id == execution.RowId) && (mark.Repeated || mark.Fact.Repeated))
            .Select(mark => mark.Fact)
            .GroupBy(fact => fact.HeardInTable + fact.HeardInId)
            .Select(same => same.First());
        foreach (var fact in heard) HeardIn.Count(execution.AsSystem, fact.HeardInTable, fact.HeardInId, queries, execution.Trace);
    }

    private static Entity Row(FactMark mark) => new(Tables.CustomerFact, mark.Fact.Id)
    {
        [Fields.Repeated] = mark.Repeated,
        [Fields.SupersededOn] = mark.SupersededBy?.RecordedUtc,
        [Fields.SupersededById] = mark.SupersededBy is { } by ? new EntityReference(Tables.CustomerFact, by.Id) : null,
    };
}
