using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Goodwill;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.GoodwillGrant.Fields;
using Status = Crm.Extensions.Model.GoodwillGrant_StatusCode;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service;

/// <summary>
/// Money is granted by crmx_GrantGoodwill and crmx_DecideGoodwill, which lock and count; a row written past them would be a hole in a hard limit. By
/// hand a grant may change hands and, once granted, be marked as paid.
/// </summary>
[Step(Message.Create, Tables.GoodwillGrant, Stage.PreOperation)]
[Step(Message.Update, Tables.GoodwillGrant, Stage.PreOperation,
    Filter = [
        Fields.Amount, Fields.Kind, Fields.CustomerId, Fields.CaseId, Fields.WorkerId, Fields.GrantedById, Fields.Request, Fields.Rate, Fields.RatedOn,
        Fields.LimitAmount, Fields.LimitCurrency, Fields.PoolId, Fields.Reverses, Fields.DecidedById, Fields.DecidedOn, Fields.StatusCode, Fields.StateCode,
    ],
    Before = [
        Fields.Amount, Fields.Kind, Fields.CustomerId, Fields.CaseId, Fields.WorkerId, Fields.GrantedById, Fields.Request, Fields.Rate, Fields.RatedOn,
        Fields.LimitAmount, Fields.LimitCurrency, Fields.PoolId, Fields.Reverses, Fields.DecidedById, Fields.DecidedOn, Fields.StatusCode, Fields.StateCode,
    ])]
public sealed class GuardGoodwill : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (execution.IsCausedByRememberer(GoodwillDesk.Mark) || execution.IsCausedByRememberer(Bookkeeping.Mark)) return;
        if (execution.Context.MessageName == Message.Update && (!execution.ChangesWatchedColumns || IsPaying(execution))) return;

        throw new InvalidPluginExecutionException(GoodwillTexts.Write(execution.Language, "NotByHand"));
    }

    private static bool IsPaying(Execution<Entity> execution)
    {
        if (GrantRow.StatusOf(execution.Before) != Status.Granted || GrantRow.StatusOf(execution.Merged) != Status.Paid) return false;

        foreach (var column in execution.Target.Attributes)
        {
            var isState = column.Key is Fields.StateCode or Fields.StatusCode;
            var former = execution.Before.Attributes.TryGetValue(column.Key, out var value) ? value : null;
            if (!isState && IsWatched(column.Key) && !Equals(column.Value, former)) return false;
        }

        return true;
    }

    private static bool IsWatched(string column) => column is
        Fields.Amount or Fields.Kind or Fields.CustomerId or Fields.CaseId or Fields.WorkerId or Fields.GrantedById or Fields.Request or Fields.Rate or Fields.RatedOn
        or Fields.LimitAmount or Fields.LimitCurrency or Fields.PoolId or Fields.Reverses or Fields.DecidedById or Fields.DecidedOn;
}
