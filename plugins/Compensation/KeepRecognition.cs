using System;
using System.Globalization;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.Recognition.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A recognition that is written down, on a form or by crmx_RecordRecognition, says who wrote it and whether chance has drawn it for checking; what
/// confirms it is written by crmx_VerifyRecognition alone, and what it says stays as it was written.
/// </summary>
[Step(Message.Create, Tables.Recognition, Stage.PreOperation)]
[Step(Message.Update, Tables.Recognition, Stage.PreOperation,
    Filter = [
        Fields.WorkerId, Fields.CustomerId, Fields.Kind, Fields.On, Fields.ActivityTable, Fields.ActivityId, Fields.RecordedBy, Fields.RecordedById,
        Fields.Sampled, Fields.VerifiedBy, Fields.VerifiedById, Fields.VerifiedOn, Fields.Refuted, Fields.StateCode, Fields.StatusCode,
    ],
    Before = [
        Fields.WorkerId, Fields.CustomerId, Fields.Kind, Fields.On, Fields.ActivityTable, Fields.ActivityId, Fields.RecordedBy, Fields.RecordedById,
        Fields.Sampled, Fields.VerifiedBy, Fields.VerifiedById, Fields.VerifiedOn, Fields.Refuted, Fields.StateCode, Fields.StatusCode,
    ])]
public sealed class KeepRecognition : Plugin<Entity>
{
    /// <summary>What crmx_VerifyRecognition leaves, so that its own writes are let pass.</summary>
    internal const string Mark = "crmx_recognition";

    private const string SamplePercent = "crmx_RecognitionSample";
    private const int DefaultPercent = 10;

    // clocks of two machines are never the same
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (execution.IsCausedByRememberer(Mark) || execution.IsCausedByRememberer(Bookkeeping.Mark)) return;

        if (execution.Context.MessageName == Message.Create) Keep(execution);
        else if (execution.ChangesWatchedColumns) throw Refuse(execution, "NotByHand");
    }

    private static void Keep(Execution<Entity> execution)
    {
        var row = execution.Target;
        var rows = new RecognitionRows(execution.AsSystem);
        var worker = row.GetAttributeValue<EntityReference>(Fields.WorkerId) is { } named ? rows.Worker(named.Id) : rows.OfUser(execution.CallerId);
        if (worker is null) throw Refuse(execution, "NoWorker");

        var on = row.GetAttributeValue<DateTime?>(Fields.On) ?? execution.Clock.UtcNow;
        if (on > execution.Clock.UtcNow + Tolerance) throw Refuse(execution, "InTheFuture");
        var day = CalendarDate.Of(on);
        if (!worker.WorksOn(day)) throw Refuse(execution, "NotEmployed", worker.Name, day);

        var recorder = worker.User == execution.CallerId ? RecognitionRecorder.Self
            : rows.OfUser(execution.CallerId) is { } lead && rows.IsAbove(lead.Id, worker) ? RecognitionRecorder.Lead
            : throw Refuse(execution, "NotYourWorker", worker.Name);
        var activity = DemandActivity(execution);
        var kind = Choice.Read<RecognitionKind>(row.GetAttributeValue<OptionSetValue>(Fields.Kind)) ?? RecognitionKind.ByName;
        var what = activity.Length > 0 ? activity : row.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id.ToString("D") + day;
        execution.Write(Fields.WorkerId, new EntityReference(Tables.Worker, worker.Id));
        execution.Write(Fields.Kind, Choice.Of(kind));
        execution.Write(Fields.On, on);
        // no customer's name in it: it is read by more people than know the customer
        execution.Write(Fields.Name, string.Format(CultureInfo.InvariantCulture, "{0} · {1}", worker.Name, day));
        execution.Write(Fields.RecordedBy, Choice.Of(recorder));
        execution.Write(Fields.RecordedById, new EntityReference(Tables.SystemUser, execution.CallerId));
        execution.Write(Fields.Sampled, RecognitionSample.Draws(RecognitionSample.KeyOf(worker.Id.ToString("D"), what, kind), execution.Settings.Number(SamplePercent, DefaultPercent)));
        execution.Write(Fields.VerifiedBy, Choice.Of(RecognitionVerifier.None));
        foreach (var column in new[] { Fields.VerifiedById, Fields.VerifiedOn, Fields.Refuted }) row.Attributes.Remove(column);
    }

    /// <returns>Its id as text; empty where none is named.</returns>
    private static string DemandActivity(Execution<Entity> execution)
    {
        var row = execution.Target;
        var text = (row.GetAttributeValue<string>(Fields.ActivityId) ?? "").Trim();
        if (text.Length == 0) return "";

        var table = (row.GetAttributeValue<string>(Fields.ActivityTable) ?? "").Trim();
        if (!RecognitionRows.Activities.ContainsKey(table)) throw Refuse(execution, "UnknownActivity", table.Shortened(50), string.Join(", ", RecognitionRows.Activities.Keys));
        if (!Guid.TryParse(text, out var id) || RecognitionRows.CustomerOf(execution.AsCaller, table, id) is not { } customer) throw Refuse(execution, "NoSuchActivity");

        var named = row.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id;
        if (customer != Guid.Empty && customer != named && CustomerView.Identity.CustomerIdentity.Resolve(execution.AsSystem, customer) != named) throw Refuse(execution, "ActivityOfAnother");

        // one way of writing it, so that the key finds it again
        execution.Write(Fields.ActivityId, id.ToString("D"));
        execution.Write(Fields.ActivityTable, table);
        return id.ToString("D");
    }

    private static InvalidPluginExecutionException Refuse(Execution execution, string text, params object[] facts) =>
        new(RecognitionTexts.Write(execution.Language, text, facts));
}
