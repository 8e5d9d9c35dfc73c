using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>A customer goes from one manager to another on a day: the former assignment ends the day before, the new one begins.</summary>
internal sealed class Handover
{
    private readonly Execution execution;
    private readonly Language language;
    private readonly Dictionary<Guid, RosterPerson> people = [];

    public Handover(Execution execution, Language language)
    {
        this.execution = execution;
        this.language = language;
    }

    /// <summary>Three requests, those of steps apart. Repeated, it changes nothing.</summary>
    /// <param name="share">Percent; null: as the former manager had, else the whole.</param>
    /// <exception cref="InvalidPluginExecutionException">It cannot be; the message says why.</exception>
    public HandoverResult Make(Guid customer, string customerName, Guid worker, CalendarDate from, string note, decimal? share = null)
    {
        var person = PersonOn(worker, from);
        var all = new CustomerAssignments(execution.AsSystem, customer).Read(inactive: false);
        var held = all.Where(row => row.IsAccountable).ToList();
        var former = held.FirstOrDefault(row => row.Covers(from));
        if (held.FirstOrDefault(row => row.From > from) is { } planned)
            throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "HandoverPlanned", planned.WorkerName, planned.From));
        if (former?.Worker == worker && (share is null || share == former.Share)) return new HandoverResult(former.Id, person, null, IsNew: false);

        if (former is not null) End(former, from);
        var last = former ?? held.Where(row => row.Until < from).OrderByDescending(row => row.From).FirstOrDefault();
        var predecessor = last is null || last.Worker == worker ? null : last;
        var id = Begin(customer, customerName, person, from, note, share ?? former?.Share ?? 100, predecessor);
        return new HandoverResult(id, person, predecessor, IsNew: true);
    }

    private RosterPerson PersonOn(Guid worker, CalendarDate from)
    {
        if (people.TryGetValue(worker, out var known)) return known;

        var person = ManagerRows.Find(execution.AsSystem, worker, from)
            ?? throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "NotEmployed", NameOf(worker), from));
        if (!person.ManagesCustomers) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "ManagesNobody", person.Name, person.JobName));
        return people[worker] = person;
    }

    private void End(Assignment former, CalendarDate from)
    {
        var row = new Entity(Tables.CreditAssignment, former.Id);
        if (former.From < from) row[CreditAssignment.Fields.Until] = from.AddDays(-1).Midnight;
        else
        {
            // it was to begin on the same day: it never came into force
            row[CreditAssignment.Fields.StateCode] = new OptionSetValue(1);
            row[CreditAssignment.Fields.StatusCode] = new OptionSetValue(2);
        }

        execution.AsSystem.Update(row);
    }

    private Guid Begin(Guid customer, string customerName, RosterPerson person, CalendarDate from, string note, decimal share, Assignment? predecessor)
    {
        var row = new Entity(Tables.CreditAssignment)
        {
            [CreditAssignment.Fields.Name] = PortfolioTexts.Write(language, "Name", customerName, person.Name).Shortened(200),
            [CreditAssignment.Fields.Share] = share,
            [CreditAssignment.Fields.Accountable] = true,
            [CreditAssignment.Fields.Until] = null,
            [CreditAssignment.Fields.HandoverNote] = note,
            [CreditAssignment.Fields.TakenOverFromId] = predecessor is null ? null : new EntityReference(Tables.Worker, predecessor.Worker),
            [CreditAssignment.Fields.CustomerToldOn] = null,
        };
        if (person.UserId is { } user && execution.Holds(user, "prvReadcrmx_CreditAssignment")) row["ownerid"] = new EntityReference(Tables.SystemUser, user);

        // who gives a customer back on the very day finds the row of that morning
        var known = new CustomerAssignments(execution.AsSystem, customer).Read(inactive: true).FirstOrDefault(other => other.Worker == person.Id && other.From == from);
        if (known is not null)
        {
            row.Id = known.Id;
            row[CreditAssignment.Fields.StateCode] = new OptionSetValue(0);
            row[CreditAssignment.Fields.StatusCode] = new OptionSetValue(1);
            execution.AsSystem.Update(row);
            return known.Id;
        }

        row.Id = ComponentId.Of(Tables.CreditAssignment, string.Join("|", customer.ToString("D"), person.Id.ToString("D"), from));
        row[CreditAssignment.Fields.CustomerId] = new EntityReference(Tables.Customer, customer);
        row[CreditAssignment.Fields.WorkerId] = new EntityReference(Tables.Worker, person.Id);
        row[CreditAssignment.Fields.From] = from.Midnight;
        return execution.AsSystem.Create(row);
    }

    private string NameOf(Guid worker) =>
        execution.AsSystem.Retrieve(Tables.Worker, worker, new Microsoft.Xrm.Sdk.Query.ColumnSet(Worker.Fields.Name)).GetAttributeValue<string>(Worker.Fields.Name) ?? "";
}

/// <summary>What a handover came to.</summary>
/// <param name="Former">Who looked after the customer before; null: nobody.</param>
/// <param name="IsNew">False: it was so already.</param>
internal sealed record HandoverResult(Guid AssignmentId, RosterPerson Worker, Assignment? Former, bool IsNew);
