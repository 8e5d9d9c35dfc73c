using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Candidates;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ScorecardCriterion.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>A criterion is scored from 1 to 5 with its evidence, and only until somebody has decided on the candidate.</summary>
[Step(Message.Create, Tables.ScorecardCriterion, Stage.PreOperation)]
[Step(Message.Update, Tables.ScorecardCriterion, Stage.PreOperation,
    Filter = [Fields.ScorecardId, Fields.Criterion, Fields.Score, Fields.Evidence, Fields.StateCode], Before = [Fields.ScorecardId, Fields.Criterion, Fields.Score, Fields.Evidence, Fields.StateCode])]
[Step(Message.Delete, Tables.ScorecardCriterion, Stage.PreOperation, Before = [Fields.ScorecardId])]
public sealed class KeepCriterion : Plugin<ScorecardCriterion>
{
    private const int ShortestEvidence = 10;

    /// <inheritdoc/>
    protected override void Execute(Execution<ScorecardCriterion> execution)
    {
        var isGone = execution.Context.MessageName == Message.Delete;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var row = isGone ? execution.Before : execution.Merged;
        var language = execution.Language;
        var card = row.GetAttributeValue<EntityReference>(Fields.ScorecardId) ?? throw Refuse(language, "ScorecardNeeded");
        if (isGone && execution.IsCausedBy(Message.Delete, card.Id)) return;
        if (CriterionRows.Decision(execution.AsSystem, card.Id) != HiringDecisionWord.Undecided) throw Refuse(language, "Decided");
        if (isGone) return;

        if (row.GetAttributeValue<int?>(Fields.Score) is not (>= CandidateScore.Lowest and <= CandidateScore.Highest)) throw Refuse(language, "ScoreWrong");
        if ((row.GetAttributeValue<string>(Fields.Evidence) ?? "").Count(char.IsLetterOrDigit) < ShortestEvidence) throw Refuse(language, "EvidenceNeeded", ShortestEvidence);
        if (string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Name)) && Choice.Read<HiringCriterionWord>(row.GetAttributeValue<OptionSetValue>(Fields.Criterion)) is { } word)
            execution.Write(Fields.Name, CandidateTexts.Write(language, "Criterion." + word));
    }

    private static InvalidPluginExecutionException Refuse(Language language, string name, params object[] facts) => new(CandidateTexts.Write(language, name, facts));
}
