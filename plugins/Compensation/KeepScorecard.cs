using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Candidates;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CandidateScorecard.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// People decide on candidates: who changes the decision is written down, must be a person, gives a reason, and has scored every criterion before. The score itself is
/// computed and decides nothing.
/// </summary>
[Step(Message.Create, Tables.CandidateScorecard, Stage.PreOperation)]
[Step(Message.Update, Tables.CandidateScorecard, Stage.PreOperation,
    Filter = [Fields.Score, Fields.Decision, Fields.DecidedById, Fields.Reason], Before = [Fields.Score, Fields.Decision, Fields.DecidedById, Fields.Reason])]
public sealed class KeepScorecard : Plugin<CandidateScorecard>
{
    private const int ShortestReason = 10;
    private const int NonInteractive = 4;

    /// <inheritdoc/>
    protected override void Execute(Execution<CandidateScorecard> execution)
    {
        if (execution.IsCausedByRememberer(ScoreCandidate.Mark)) return;

        var language = execution.Language;
        if (Changes(execution, Fields.Score)) throw Refuse(language, "ScoreComputed");
        if (Changes(execution, Fields.DecidedById)) throw Refuse(language, "DeciderByItself");
        if (!Changes(execution, Fields.Decision)) return;

        var decision = DecisionOf(execution.Merged);
        if (decision == HiringDecisionWord.Undecided)
        {
            if (DecisionOf(execution.Before) != HiringDecisionWord.Undecided) execution.Write(Fields.DecidedById, null);
            return;
        }

        if (!IsPerson(execution)) throw Refuse(language, "PersonDecides");
        if ((execution.Merged.GetAttributeValue<string>(Fields.Reason) ?? "").Count(char.IsLetterOrDigit) < ShortestReason) throw Refuse(language, "ReasonNeeded", ShortestReason);

        var missing = CandidateScore.Missing(CriterionRows.Of(execution.AsSystem, execution.RowId).Keys);
        if (missing.Count > 0) throw Refuse(language, "CriteriaMissing", string.Join(", ", missing.Select(word => CandidateTexts.Write(language, "Criterion." + word))));

        execution.Write(Fields.DecidedById, new EntityReference(Tables.SystemUser, execution.CallerId));
    }

    // an application user is a program, and so is a user without a screen
    private static bool IsPerson(Execution execution)
    {
        var user = execution.AsSystem.Retrieve(Tables.SystemUser, execution.CallerId, new ColumnSet("applicationid", "accessmode"));
        return user.GetAttributeValue<System.Guid?>("applicationid") is null && user.GetAttributeValue<OptionSetValue>("accessmode")?.Value is not NonInteractive;
    }

    private static HiringDecisionWord DecisionOf(Entity row) => Choice.Read<HiringDecisionWord>(row.GetAttributeValue<OptionSetValue>(Fields.Decision)) ?? HiringDecisionWord.Undecided;

    private static bool Changes(Execution<CandidateScorecard> execution, string column) =>
        execution.Target.Attributes.TryGetValue(column, out var value) && !Equals(value, execution.Before.Attributes.TryGetValue(column, out var before) ? before : null);

    private static InvalidPluginExecutionException Refuse(Language language, string name, params object[] facts) => new(CandidateTexts.Write(language, name, facts));
}
