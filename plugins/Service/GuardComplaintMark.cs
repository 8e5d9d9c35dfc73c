using System;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Complaints;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Incident.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service;

/// <summary>
/// What is held against somebody's pay is not taken away by himself: a complaint's mark needs one who proposes and another who confirms; who answers
/// for the case, that it was found unlogged and when an answer is due are changed in his favour by others only.
/// </summary>
/// <remarks>In mode observe (crmx_CompensationMode) the trace log says what would have been refused.</remarks>
[Step(Message.Update, Tables.Incident, Stage.PreOperation,
    Filter = [Fields.Nature, Fields.ProposedNature, Fields.NatureProposedById, Fields.ResponsibleWorkerId, Fields.FoundUnlogged, Fields.FinalResponseBy],
    Before = [Fields.Nature, Fields.ProposedNature, Fields.NatureProposedById, Fields.ResponsibleWorkerId, Fields.FoundUnlogged, Fields.FinalResponseBy])]
public sealed class GuardComplaintMark : Plugin<Entity>
{
    private const string CompensationMode = "crmx_CompensationMode";

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var mode = execution.Settings.Mode(CompensationMode);
        if (mode == Mode.Off || !execution.ChangesWatchedColumns || execution.IsCausedByRememberer(Bookkeeping.Mark)) return;

        Propose(execution);
        var text = Ruling(execution) switch
        {
            NatureRuling.NeedsProposal => "MarkNeedsSecond",
            NatureRuling.NeedsAnother => "MarkNeedsOther",
            _ => HelpsHimself(execution) ? "ResponsibleMayNot" : "",
        };
        if (text.Length == 0) return;

        var refusal = ComplaintTexts.Write(execution.Language, text);
        if (mode == Mode.Enforce) throw new InvalidPluginExecutionException(refusal);
        execution.Trace("observed: " + refusal);
    }

    // who proposed is written by us, whatever the request says
    private static void Propose(Execution<Entity> execution)
    {
        if (execution.Writes(Fields.NatureProposedById)) execution.Write(Fields.NatureProposedById, execution.Before.GetAttributeValue<EntityReference>(Fields.NatureProposedById));
        if (!execution.Writes(Fields.ProposedNature)) return;

        var proposed = execution.Target.GetAttributeValue<OptionSetValue>(Fields.ProposedNature);
        if (Equals(proposed, execution.Before.GetAttributeValue<OptionSetValue>(Fields.ProposedNature))) return;
        execution.Write(Fields.NatureProposedById, proposed is null ? null : new EntityReference(Tables.SystemUser, execution.CallerId));
    }

    // judged by what was proposed before: proposing and confirming in one breath is one person's work
    private static NatureRuling Ruling(Execution<Entity> execution) => execution.Writes(Fields.Nature)
        ? ComplaintMark.Judge(new NatureChange(
            NatureOf(execution.Before, Fields.Nature),
            NatureOf(execution.Target, Fields.Nature),
            NatureOf(execution.Before, Fields.ProposedNature),
            execution.Before.GetAttributeValue<EntityReference>(Fields.NatureProposedById)?.Id,
            execution.CallerId))
        : NatureRuling.Allowed;

    private static bool HelpsHimself(Execution<Entity> execution)
    {
        var before = execution.Before;
        if (before.GetAttributeValue<EntityReference>(Fields.ResponsibleWorkerId) is not { } responsible) return false;

        var helps = ComplaintMark.HelpsResponsible(
            execution.Merged.GetAttributeValue<EntityReference>(Fields.ResponsibleWorkerId)?.Id != responsible.Id,
            before.GetAttributeValue<bool?>(Fields.FoundUnlogged) == true && execution.Merged.GetAttributeValue<bool?>(Fields.FoundUnlogged) != true,
            CustomerRows.Day(before, Fields.FinalResponseBy),
            CustomerRows.Day(execution.Merged, Fields.FinalResponseBy));
        return helps && UserOf(execution.AsSystem, responsible.Id) == execution.CallerId;
    }

    private static Guid? UserOf(IOrganizationService system, Guid worker) =>
        system.Retrieve(Tables.Worker, worker, new ColumnSet(Model.Worker.Fields.UserId)).GetAttributeValue<EntityReference>(Model.Worker.Fields.UserId)?.Id;

    private static CaseNature? NatureOf(Entity row, string column) => Choice.Read<CaseNature>(row.GetAttributeValue<OptionSetValue>(column));
}
