using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>A steward's decision about a pair takes effect: who decided and when stands on it, and both records are linked anew.</summary>
/// <remarks>However it was written: on the form, by the API, by an import. Taking it back (undecided) asks again.</remarks>
[Step(Message.Create, Tables.ClericalReview, Stage.PreOperation)]
[Step(Message.Update, Tables.ClericalReview, Stage.PreOperation, Filter = [ClericalReview.Fields.Decision], Before = [ClericalReview.Fields.Decision])]
[Step(Message.Create, Tables.ClericalReview, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.ClericalReview, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [ClericalReview.Fields.Decision])]
public sealed class FollowReview : Plugin<ClericalReview>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<ClericalReview> execution)
    {
        if (execution.Context.Stage == (int)Stage.PreOperation) Sign(execution);
        else Follow(execution);
    }

    private static void Sign(Execution<ClericalReview> execution)
    {
        var decision = execution.Target.Decision ?? ReviewDecision.Undecided;
        if (!execution.Writes(ClericalReview.Fields.Decision) || decision == (execution.Before.Decision ?? ReviewDecision.Undecided)) return;

        var decided = decision != ReviewDecision.Undecided;
        if (!decided || execution.Target.DecidedById is null) execution.Write(ClericalReview.Fields.DecidedById, decided ? new EntityReference(Tables.SystemUser, execution.CallerId) : null);
        if (!decided || execution.Target.DecidedOn is null) execution.Write(ClericalReview.Fields.DecidedOn, decided ? execution.Clock.UtcNow : null);
    }

    private static void Follow(Execution<ClericalReview> execution)
    {
        if (!execution.Writes(ClericalReview.Fields.Decision) || OwnDoing.Caused(execution) && !IsByApi(execution)) return;
        if (LinkingConfiguration.Of(execution) is not { } configuration) return;

        var ends = Ends(execution).ToList();
        if (ends.Count == 0) return;

        ReviewState.Settle(execution.AsSystem, execution.RowId);
        var linker = new Linker(execution, configuration);
        foreach (var end in ends) linker.Link(end);
    }

    // the API decides in its own transaction, before others can see it: what came in meanwhile is found afterwards
    private static bool IsByApi(Execution execution) => OwnDoing.IsCausedByMessage(execution, "crmx_DecideReview");

    private static IEnumerable<Arrival> Ends(Execution execution) => ReviewState.Ends(execution.AsSystem, ((Execution<ClericalReview>)execution).RowId)
        .Select(link => new Arrival(link.Table, new Guid(link.RecordId), execution.CallerId));
}
