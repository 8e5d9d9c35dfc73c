using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Cli.Demo;

/// <summary>
/// Lives through a week in one tenant: contacts are planned an hour ahead and begun at the hour they were then given, when they
/// are judged again; e-mails are sent at theirs; every hour
/// the tenant's flow asks for what is due, and before each morning finance sends the ledgers of those who are to be contacted.
/// </summary>
internal sealed class WeekReplay
{
    /// <summary>The most rows that one call of crmx_RunDue takes.</summary>
    private const int LargestSlice = 200;

    private readonly DemoTenant tenant;
    private readonly IReadOnlyList<LoadedCustomer> customers;
    private readonly PriorityQueue<Action, DateTime> agenda = new();
    private readonly List<ReplayedContact> replayed = [];
    private readonly FeedList feed = new();
    private readonly DateTime end;

    public WeekReplay(DemoTenant tenant, IReadOnlyList<LoadedCustomer> customers, DateOnly monday)
    {
        this.tenant = tenant;
        this.customers = customers;
        var start = DateTime.SpecifyKind(monday.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        // The week ends when Sunday ends in the westernmost zone.
        end = start.AddDays(7).AddHours(8);
        for (var hour = start; hour <= end; hour = hour.AddHours(1)) agenda.Enqueue(ReleaseWhatIsDue, hour);
        foreach (var zone in customers.Select(customer => customer.Customer.Zone).Distinct())
        {
            for (var day = monday; day < monday.AddDays(7); day = day.AddDays(1)) ScheduleTheFeed(zone, day);
        }
    }

    /// <param name="contacts">The week as it was planned.</param>
    /// <param name="progress">Told after each contact.</param>
    /// <returns>The activities made, or refused, in the order in which they were planned.</returns>
    public IReadOnlyList<ReplayedContact> Run(IReadOnlyList<PlannedContact> contacts, Action progress)
    {
        foreach (var contact in contacts)
        {
            feed.Plan(contact.Customer, DateOnly.FromDateTime(contact.At));
            var at = customers[contact.Customer].Customer.Zone.ToUtc(contact.At);
            agenda.Enqueue(() => { Plan(contact, at); progress(); }, contact.Channel == "email" ? at : at.AddHours(-1));
        }

        while (agenda.TryDequeue(out var action, out var at))
        {
            tenant.Dataverse.Clock.UtcNow = at;
            action();
        }

        return replayed;
    }

    private void Plan(PlannedContact contact, DateTime at)
    {
        var activity = Activities.ToActivity(contact, customers[contact.Customer], at);
        var id = Guid.NewGuid();
        activity.Id = id;
        var reference = new EntityReference(activity.LogicalName, id);
        replayed.Add(new ReplayedContact(contact, reference, at));
        if (!Refusals.TryDo(() => tenant.Service.Create(activity))) return;
        if (contact.Channel != "email")
            ScheduleTheMaking(reference, contact.Customer);
        else if (!Refusals.TryDo(() => tenant.Service.Execute(new SendEmailRequest { EmailId = id, IssueSend = true, TrackingToken = "" })))
            feed.Wait(contact.Customer);
    }

    // Night is over when nobody has been contacted yet, and the bank's day is closed.
    private void ScheduleTheFeed(DemoZone zone, DateOnly day) => agenda.Enqueue(
        () => tenant.Confirm(feed.On(day).Select(index => customers[index]).Where(customer => customer.Customer.Zone == zone)),
        zone.ToUtc(day.ToDateTime(new TimeOnly(4, 30))));

    // At the hour that the row has now, which need not be the hour that was asked for.
    private void ScheduleTheMaking(EntityReference activity, int customer)
    {
        var row = tenant.Service.Retrieve(activity.LogicalName, activity.Id, new ColumnSet(PhoneCall.Fields.ScheduledEnd, PhoneCall.Fields.StateCode));
        var isOpen = row.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.StateCode)?.Value == (int)PhoneCall_StateCode.Open;
        var at = row.GetAttributeValue<DateTime>(PhoneCall.Fields.ScheduledEnd);
        if (!isOpen || at > end) return;
        feed.Wait(customer);
        agenda.Enqueue(() => { Make(activity, at); feed.Made(customer); }, at);
    }

    private void Make(EntityReference activity, DateTime at)
    {
        var isStarted = Refusals.TryDo(() => tenant.Service.Update(Activities.ToStart(activity, at)));
        Refusals.TryDo(() => tenant.Service.Update(isStarted ? Activities.ToCompletion(activity, at) : Activities.ToCancellation(activity)));
    }

    private void ReleaseWhatIsDue()
    {
        bool more;
        do
        {
            var answer = tenant.Service.Execute(new OrganizationRequest("crmx_RunDue") { ["Limit"] = LargestSlice });
            more = answer.Results.TryGetValue("More", out var value) && value is true;
            // each e-mail is sent by a job of its own
            tenant.Dataverse.Jobs.RunAll();
        }
        while (more);
    }
}
