using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Guards a wish to change a limit or to block a card before it is saved. A draft is told how it stands; one that is to take effect is refused where a rule
/// that is enforced objects; what the core system has applied already is saved as it is, and marked as a breach if it was one.
/// </summary>
/// <remarks>
/// A refusal leaves its proof: outside a transaction the decision is written before it is refused; inside one the row is saved as refused instead, because
/// the refusal would take the proof along.
/// </remarks>
public abstract class GuardCardWish<TTable> : Plugin<TTable>
    where TTable : Entity, new()
{
    private const int LongestText = 4000;
    private const int Inactive = 1;

    /// <summary>Set while the proof of a refused row is kept, so that the guard lets that pass.</summary>
    private const string Keeping = "crmx_card_keeping";
    private const string ToRefuse = "crmx_card_refuse";

    /// <summary>Where a row stands.</summary>
    private protected enum Standing
    {
        Draft,
        TakesEffect,
        Happened,
        Ended,
    }

    private protected abstract int DraftStatus { get; }

    private protected abstract int RefusedStatus { get; }

    private protected abstract Standing StandingOf(int? status);

    /// <summary>The judgement; null where it is not ours to judge.</summary>
    private protected abstract CardVerdict? Judge(CardJudge judge, TTable row, Standing standing);

    /// <summary>Writes what only this table has.</summary>
    private protected virtual void Fill(Execution<TTable> execution, CardVerdict verdict)
    {
    }

    /// <summary>It will be saved and takes effect.</summary>
    private protected virtual void Pass(Execution<TTable> execution, CardVerdict verdict)
    {
    }

    /// <summary>It was saved; in the same transaction.</summary>
    private protected virtual void Saved(Execution<TTable> execution)
    {
    }

    /// <inheritdoc/>
    protected sealed override void Execute(Execution<TTable> execution)
    {
        if (execution.IsCausedByRememberer(Keeping)) return;
        if (execution.Context.Stage == (int)Stage.PostOperation)
        {
            if (execution.Recall(ToRefuse) is true) Refuse(execution, execution.RowId);
            else Saved(execution);
            return;
        }

        if (CourtesyConfiguration.Of(execution) is not { } configuration) return;

        var isNew = execution.Context.MessageName == Message.Create;
        if (!isNew && !execution.ChangesWatchedColumns) return;

        var standing = StandingOf(execution.Merged.GetAttributeValue<OptionSetValue>(CardColumns.Status)?.Value);
        if (standing == Standing.Ended) return;

        var judge = new CardJudge(new CardQueries(execution.AsSystem), configuration, execution.Clock.UtcNow, execution.Trace);
        if (Judge(judge, execution.Merged, standing) is not { } verdict) return;

        var judgement = verdict.Judgement;
        var explanation = Explain(judgement, execution.Language);
        execution.Trace(judgement.Decision + (judgement.Enforced ? " (enforced): " : ": ") + explanation);
        Mark(execution.Target, verdict, explanation, execution.Language);
        Fill(execution, verdict);
        if (standing != Standing.TakesEffect) return;
        if (judgement is { Decision: Decision.Stopped, Enforced: true }) Stop(execution, isNew, explanation);
        else Pass(execution, verdict);
    }

    private static void Mark(Entity row, CardVerdict verdict, string explanation, Language language)
    {
        row[CardColumns.Decision] = Choice.Of(verdict.Judgement.Decision);
        row[CardColumns.Explanation] = explanation;
        if (LimitTexts.Evidence(verdict.Judgement, verdict.Today, language) is { Length: > 0 } evidence) row[CardColumns.Evidence] = Short(evidence);
    }

    private void Stop(Execution<TTable> execution, bool isNew, string explanation)
    {
        if (execution.InTransaction)
        {
            // a row can't be created refused: it is created as a draft, and refused in the same transaction
            execution.Write(CardColumns.Status, new OptionSetValue(isNew ? DraftStatus : RefusedStatus));
            if (isNew) execution.Remember(ToRefuse, true);
            else execution.Write(CardColumns.State, new OptionSetValue(Inactive));
            return;
        }

        execution.Remember(Keeping, true);
        if (isNew) Refuse(execution, execution.AsSystem.Create(Copy(execution)));
        else execution.AsSystem.Update(Proof(execution));
        throw new InvalidPluginExecutionException(explanation);
    }

    private Entity Copy(Execution<TTable> execution)
    {
        var copy = new Entity(execution.Context.PrimaryEntityName);
        foreach (var column in execution.Target.Attributes)
        {
            if (column.Key != copy.LogicalName + "id" && column.Key != CardColumns.State) copy[column.Key] = column.Value;
        }

        copy[CardColumns.Status] = new OptionSetValue(DraftStatus);
        if (!copy.Contains(CardColumns.Owner)) copy[CardColumns.Owner] = new EntityReference(Tables.SystemUser, execution.CallerId);
        return copy;
    }

    private static Entity Proof(Execution<TTable> execution)
    {
        var proof = new Entity(execution.Context.PrimaryEntityName, execution.RowId);
        foreach (var column in new[] { CardColumns.Decision, CardColumns.Explanation, CardColumns.Evidence })
        {
            if (execution.Target.Attributes.TryGetValue(column, out var value)) proof[column] = value;
        }

        return proof;
    }

    private void Refuse(Execution<TTable> execution, Guid row)
    {
        execution.Remember(Keeping, true);
        execution.AsSystem.Update(new Entity(execution.Context.PrimaryEntityName, row)
        {
            [CardColumns.State] = new OptionSetValue(Inactive),
            [CardColumns.Status] = new OptionSetValue(RefusedStatus),
        });
    }

    private static string Explain(LimitJudgement judgement, Language language)
    {
        var text = LimitTexts.Explain(judgement, language);
        return Short(judgement is { Decision: Decision.Stopped, Enforced: false } ? LimitTexts.Write(language, "WouldStopped", text) : text);
    }

    private static string Short(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText);
}
