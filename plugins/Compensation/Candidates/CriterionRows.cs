using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Candidates;

/// <summary>What was scored on one scorecard.</summary>
internal static class CriterionRows
{
    /// <summary>One request.</summary>
    public static IReadOnlyDictionary<HiringCriterionWord, int> Of(IOrganizationService service, Guid scorecard)
    {
        var query = new QueryExpression(Tables.ScorecardCriterion) { ColumnSet = new ColumnSet(ScorecardCriterion.Fields.Criterion, ScorecardCriterion.Fields.Score) };
        query.Criteria.AddCondition(ScorecardCriterion.Fields.ScorecardId, ConditionOperator.Equal, scorecard);
        query.Criteria.AddCondition(ScorecardCriterion.Fields.StateCode, ConditionOperator.Equal, 0);
        var scores = new Dictionary<HiringCriterionWord, int>();
        foreach (var row in service.RetrieveMultiple(query).Entities)
        {
            if (Choice.Read<HiringCriterionWord>(row.GetAttributeValue<OptionSetValue>(ScorecardCriterion.Fields.Criterion)) is { } criterion
                && row.GetAttributeValue<int?>(ScorecardCriterion.Fields.Score) is { } score) scores[criterion] = score;
        }

        return scores;
    }

    /// <summary>The decision on a scorecard. One request.</summary>
    public static HiringDecisionWord Decision(IOrganizationService service, Guid scorecard)
    {
        var query = new QueryExpression(Tables.CandidateScorecard) { ColumnSet = new ColumnSet(CandidateScorecard.Fields.Decision), TopCount = 1 };
        query.Criteria.AddCondition(CandidateScorecard.Fields.CandidateScorecardId, ConditionOperator.Equal, scorecard);
        var row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        return Choice.Read<HiringDecisionWord>(row?.GetAttributeValue<OptionSetValue>(CandidateScorecard.Fields.Decision)) ?? HiringDecisionWord.Undecided;
    }
}
