using System;
using System.Linq;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A worker says that a line is wrong: it must be the worker's own, and shown; one claim to a line at a time. The claim is dated, and the statement waits
/// for the answer.
/// </summary>
[Step(Message.Create, PayTables.Dispute, Stage.PreOperation)]
[Step(Message.Create, PayTables.Dispute, Stage.PostOperation)]
public sealed class OpenDispute : Plugin<Entity>
{
    private const string Line = "crmx_disputedline";
    private const int MostOfName = 200;

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (execution.Context.Stage == (int)Stage.PreOperation) Check(execution);
        else Freeze(execution);
    }

    private static void Check(Execution<Entity> execution)
    {
        var language = execution.Language;
        CompensationMode.DemandEnforced(execution, language);
        var id = execution.Target.GetAttributeValue<EntityReference>(DisputeColumns.Line)?.Id ?? throw Refuse(language, "WhichLine");
        if (string.IsNullOrWhiteSpace(execution.Target.GetAttributeValue<string>(DisputeColumns.Claim))) throw Refuse(language, "WhatIsWrong");

        var line = DisputedLine.Find(execution.AsSystem, id) ?? throw Refuse(language, "WhichLine");
        if (line.User != execution.CallerId) throw Refuse(language, "OnlyOwnLine");
        if (line.State is StatementState.Calculated or StatementState.Superseded) throw Refuse(language, "NotShownYet");
        if (Disputes.Of(execution.AsSystem, DisputeColumns.Line, id).Any(Disputes.IsOpen)) throw Refuse(language, "AlreadyDisputed");

        var due = DisputeDue.Of(line.Country, CalendarDate.Of(execution.Clock.UtcNow), Math.Max(1, execution.Settings.Number(DisputeDue.Variable, DisputeDue.Default)));
        execution.Write(DisputeColumns.Name, line.Name.Length <= MostOfName ? line.Name : line.Name.Substring(0, MostOfName));
        execution.Write(DisputeColumns.Statement, new EntityReference(PayTables.Statement, line.StatementId));
        execution.Write(DisputeColumns.Outcome, new OptionSetValue(PayTables.FirstOption + (int)DisputeOutcome.Undecided));
        execution.Write(DisputeColumns.DueOn, DateTime.SpecifyKind(due.Midnight, DateTimeKind.Utc));
        execution.Write(DisputeColumns.AnsweredBy, null);
        execution.Write(DisputeColumns.AdjustingLine, null);
        execution.Remember(Line, line.StatementId.ToString("D", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Freeze(Execution<Entity> execution)
    {
        var statement = execution.Recall(Line) is string id ? new Guid(id) : execution.Target.GetAttributeValue<EntityReference>(DisputeColumns.Statement).Id;
        if (StatementRow.Find(execution.AsSystem, statement) is not { State: StatementState.Shown or StatementState.ApprovedByManager }) return;

        execution.Remember(ClosingMarks.Dispute, true);
        var header = new Entity(PayTables.Statement, statement);
        StatementWrites.SetState(header, StatementState.Disputed);
        execution.AsSystem.Update(header);
    }

    private static InvalidPluginExecutionException Refuse(Language language, string text) => new(ClosingTexts.Write(language, text));
}
