using Crm.Extensions.Compensation.Candidates;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ScorecardCriterion.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>Computes the score of a scorecard from its criteria whenever one of them changes.</summary>
[Step(Message.Create, Tables.ScorecardCriterion, Stage.PostOperation)]
[Step(Message.Update, Tables.ScorecardCriterion, Stage.PostOperation, Filter = [Fields.Score, Fields.Criterion, Fields.StateCode], Before = [Fields.ScorecardId])]
[Step(Message.Delete, Tables.ScorecardCriterion, Stage.PostOperation, Before = [Fields.ScorecardId])]
public sealed class ScoreCandidate : Plugin<ScorecardCriterion>
{
    internal const string Mark = "crmx_scoring";

    /// <inheritdoc/>
    protected override void Execute(Execution<ScorecardCriterion> execution)
    {
        var row = execution.Context.MessageName == Message.Create ? execution.Target : execution.Before;
        if (row.GetAttributeValue<EntityReference>(Fields.ScorecardId) is not { } card || execution.IsCausedBy(Message.Delete, card.Id)) return;

        execution.Remember(Mark, true);
        var score = CandidateScore.Of([.. CriterionRows.Of(execution.AsSystem, card.Id).Values]);
        execution.AsSystem.Update(new Entity(Tables.CandidateScorecard, card.Id) { [CandidateScorecard.Fields.Score] = score });
    }
}
