using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CreditLimitChange.Fields;

namespace Crm.Extensions.Collections;

/// <summary>Keeps changes of limits announced in time, agreed to, and true.</summary>
[Step(Message.Create, Tables.CreditLimitChange, Stage.PreValidation)]
[Step(Message.Create, Tables.CreditLimitChange, Stage.PostOperation)]
[Step(Message.Update, Tables.CreditLimitChange, Stage.PreValidation,
    Filter =
    [
        Fields.ObligationId, Fields.OldLimit, Fields.NewLimit, Fields.Reason, Fields.EffectiveOn, Fields.Metric, Fields.MetricStated, Fields.MetricThreshold,
        Fields.MetricMonths, Fields.MetricAsOf, Fields.ReasonText, Fields.NoticeId, Fields.ConsentId, Fields.StateCode, Fields.StatusCode,
    ],
    Before =
    [
        Fields.ObligationId, Fields.OldLimit, Fields.NewLimit, Fields.Reason, Fields.EffectiveOn, Fields.Metric, Fields.MetricStated, Fields.MetricThreshold,
        Fields.MetricMonths, Fields.MetricAsOf, Fields.ReasonText, Fields.NoticeId, Fields.ConsentId, Fields.StateCode, Fields.StatusCode,
    ])]
public sealed class GuardCreditLimitChange : GuardCardWish<CreditLimitChange>
{
    private protected override int DraftStatus => (int)CreditLimitChange_StatusCode.Draft;

    private protected override int RefusedStatus => (int)CreditLimitChange_StatusCode.Refused;

    private protected override Standing StandingOf(int? status) => status switch
    {
        (int)CreditLimitChange_StatusCode.Approved => Standing.TakesEffect,
        (int)CreditLimitChange_StatusCode.Applied => Standing.Happened,
        (int)CreditLimitChange_StatusCode.Refused or (int)CreditLimitChange_StatusCode.Withdrawn => Standing.Ended,
        _ => Standing.Draft,
    };

    private protected override CardVerdict? Judge(CardJudge judge, CreditLimitChange row, Standing standing)
    {
        if (row.ObligationId is not { } obligation || row.NewLimit is not { } limit || row.EffectiveOn is not { } effective) return null;

        return judge.Judge(new LimitQuestion(
            obligation.Id,
            row.OldLimit?.Value,
            limit.Value,
            Choice.Read<LimitChangeReason>(row.GetAttributeValue<OptionSetValue>(Fields.Reason)) ?? LimitChangeReason.Other,
            CalendarDate.Of(effective))
        {
            Row = row.Id,
            Claim = CardColumns.ClaimOf(row),
            ReasonText = row.ReasonText ?? "",
            Notice = row.NoticeId?.Id,
            Consent = row.ConsentId?.Id,
            Happened = standing == Standing.Happened,
        });
    }

    private protected override void Fill(Execution<CreditLimitChange> execution, CardVerdict verdict)
    {
        if (execution.Merged.OldLimit is null && verdict.FormerLimit is { } former) execution.Write(Fields.OldLimit, new Money(former));
    }
}
