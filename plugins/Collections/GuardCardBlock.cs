using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CardBlock.Fields;

namespace Crm.Extensions.Collections;

/// <summary>Keeps blocks of cards to their reasons, and sees to it that the customer is told the same day.</summary>
[Step(Message.Create, Tables.CardBlock, Stage.PreValidation)]
[Step(Message.Create, Tables.CardBlock, Stage.PostOperation)]
[Step(Message.Update, Tables.CardBlock, Stage.PreValidation,
    Filter =
    [
        Fields.ObligationId, Fields.Reason, Fields.From, Fields.Metric, Fields.MetricStated, Fields.MetricThreshold, Fields.MetricMonths, Fields.MetricAsOf,
        Fields.StateCode, Fields.StatusCode,
    ],
    Before =
    [
        Fields.ObligationId, Fields.CustomerId, Fields.Reason, Fields.From, Fields.Metric, Fields.MetricStated, Fields.MetricThreshold, Fields.MetricMonths,
        Fields.MetricAsOf, Fields.ReasonText, Fields.NoticeId, Fields.StateCode, Fields.StatusCode,
    ])]
[Step(Message.Update, Tables.CardBlock, Stage.PostOperation, Filter = [Fields.StatusCode])]
public sealed class GuardCardBlock : GuardCardWish<CardBlock>
{
    private const string Notice = "crmx_card_notice";

    private protected override int DraftStatus => (int)CardBlock_StatusCode.Requested;

    private protected override int RefusedStatus => (int)CardBlock_StatusCode.Refused;

    private protected override Standing StandingOf(int? status) => status switch
    {
        (int)CardBlock_StatusCode.Blocked => Standing.TakesEffect,
        (int)CardBlock_StatusCode.Lifted or (int)CardBlock_StatusCode.Refused => Standing.Ended,
        _ => Standing.Draft,
    };

    private protected override CardVerdict? Judge(CardJudge judge, CardBlock row, Standing standing) =>
        row.ObligationId is { } obligation && Choice.Read<BlockReason>(row.GetAttributeValue<OptionSetValue>(Fields.Reason)) is { } reason && row.From is { } from
            ? judge.Judge(new BlockQuestion(obligation.Id, reason, System.DateTime.SpecifyKind(from, System.DateTimeKind.Utc), CardColumns.ClaimOf(row)))
            : null;

    private protected override void Fill(Execution<CardBlock> execution, CardVerdict verdict)
    {
        if (execution.Merged.CustomerId is null && verdict.Card.Debtor is { } debtor)
        {
            execution.Write(Fields.CustomerId, new EntityReference(Tables.Customer, debtor.CustomerId));
        }
    }

    private protected override void Pass(Execution<CardBlock> execution, CardVerdict verdict)
    {
        var enforced = verdict.Judgement.Findings.Any(finding => finding is { RuleId: RuleIds.BlockReason, Mode: RuleMode.Enforce });
        if (!enforced || execution.Merged.NoticeId is not null || StandingOf(execution.Before.GetAttributeValue<OptionSetValue>(CardColumns.Status)?.Value) == Standing.TakesEffect) return;
        if (Choice.Read<BlockReason>(execution.Merged.GetAttributeValue<OptionSetValue>(Fields.Reason)) is not { } reason) return;
        if (BlockNotice.Of(execution.AsSystem, verdict, reason, execution.Merged.ReasonText, execution.Clock.UtcNow, execution.CallerId) is { } notice)
        {
            execution.Remember(Notice, notice);
        }
    }

    private protected override void Saved(Execution<CardBlock> execution)
    {
        if (execution.Recall(Notice) is Entity notice) BlockNotice.Send(execution.AsSystem, notice, execution.Clock.UtcNow, execution.Language);
    }
}
