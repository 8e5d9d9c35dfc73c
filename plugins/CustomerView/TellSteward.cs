using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Disclosure;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Disclosure.Fields;
using UseOfData = Crm.Extensions.CustomerView.Facts.UseOfData;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Gives the steward of each topic that was seen by breaking the glass a task: who saw it, of whom, and why. Topics without a steward go to the team that
/// owns reviews.
/// </summary>
/// <remarks>
/// A task, because it lies in the steward's own list, is his alone, and asks for an answer; it regards nothing, so that it stands in no customer's
/// timeline. Repeatable: its id is made of the disclosure and the steward.
/// </remarks>
[Step(Message.Create, Tables.Disclosure, Stage.PostOperation, Mode = StepMode.Asynchronous)]
public sealed class TellSteward : Plugin<Model.Disclosure>
{
    private const string StewardTeam = "crmx_StewardTeam";
    private const string Mark = "[";
    private const string EndMark = "] ";

    /// <summary>The reason as it is kept, with the topics that were seen because of it.</summary>
    internal static string Reason(string reason, IReadOnlyList<Facts.Topic> broken) =>
        (Mark + string.Join(",", broken.Select(topic => topic.Code)) + EndMark + reason).Shortened(2000);

    /// <inheritdoc/>
    protected override void Execute(Execution<Model.Disclosure> execution)
    {
        var log = execution.Target;
        if (log.GetAttributeValue<string>(Fields.Reason) is not { Length: > 0 } kept) return;

        var topics = TopicRows.Of(execution);
        var end = kept.StartsWith(Mark, StringComparison.Ordinal) ? kept.IndexOf(EndMark, StringComparison.Ordinal) : -1;
        var broken = end < 0 ? [] : kept.Substring(Mark.Length, end - Mark.Length).Split(',').Select(topics.Find).OfType<Facts.Topic>().ToList();
        var reason = end < 0 ? kept : kept.Substring(end + EndMark.Length);
        foreach (var steward in broken.GroupBy(topic => topic.Steward))
        {
            if (OwnerOf(execution, steward.Key) is { } owner) Tell(execution, owner, [.. steward], reason);
        }
    }

    private static void Tell(Execution<Model.Disclosure> execution, EntityReference owner, IReadOnlyList<Facts.Topic> topics, string reason)
    {
        var log = execution.Target;
        var language = execution.Language;
        var use = Choice.Read<UseOfData>(log.GetAttributeValue<OptionSetValue>(Fields.Use)) is { } known ? Words.Of(known) : "";
        var at = log.GetAttributeValue<DateTime?>(Fields.At) ?? execution.Clock.UtcNow;
        var task = new Entity("task", ComponentId.Of("TellSteward", Queries.Text(execution.RowId) + "|" + Queries.Text(owner.Id)))
        {
            ["subject"] = DisclosureTexts.Write(language, "StewardSubject"),
            ["description"] = DisclosureTexts.Write(
                language,
                "StewardBody",
                NameOf(execution, log.GetAttributeValue<EntityReference>(Fields.UserId)),
                string.Join(", ", topics.Select(topic => topic.NameIn(language))),
                log.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id.ToString("D") ?? "",
                at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                use,
                reason,
                execution.RowId.ToString("D")),
            ["ownerid"] = owner,
        };
        try
        {
            Create(execution, task);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsOutOfReach(fault))
        {
            // a team without a role cannot own a task: better with the system than with nobody
            execution.Trace(ExceptionText.Write(fault));
            task.Attributes.Remove("ownerid");
            Create(execution, task);
        }
    }

    private static void Create(Execution execution, Entity task)
    {
        try
        {
            execution.AsSystem.Create(task);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            // delivered twice: he was told
            execution.Trace("the steward has been told already");
        }
    }

    private static EntityReference? OwnerOf(Execution execution, Guid steward)
    {
        if (steward != Guid.Empty) return new EntityReference(Tables.SystemUser, steward);

        var name = execution.Settings.Text(StewardTeam).Trim();
        var query = new QueryExpression("team") { ColumnSet = new ColumnSet("name"), TopCount = 1 };
        if (name.Length > 0)
        {
            query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        }
        else
        {
            query.Criteria.AddCondition("isdefault", ConditionOperator.Equal, true);
            query.AddLink("businessunit", "businessunitid", "businessunitid").LinkCriteria.AddCondition("parentbusinessunitid", ConditionOperator.Null);
        }

        return execution.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference();
    }

    private static string NameOf(Execution execution, EntityReference? user) =>
        user is null ? "" : execution.AsSystem.Retrieve(Tables.SystemUser, user.Id, new ColumnSet("fullname")).GetAttributeValue<string>("fullname") ?? "";
}
