using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Model;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>How many requests the plug-ins send for one operation: cold, with no settings read yet, and warm, beside what is promised of each.</summary>
internal static class RequestTable
{
    private const int GuardedContact = 4;
    private const int DaysList = 12;
    private const string DaysListApi = "crmx_PlanContacts";

    private static readonly DateTime Noon = Tenant.Monday.ToDateTime(new TimeOnly(12, 0));

    public static void Print()
    {
        var zip = Tenant.PackZip();
        var table = new Table().AddColumns("operation", "promised warm", "cold", "warm");
        foreach (var (name, promised, operation) in Operations())
        {
            using var tenant = Tenant.Open(zip);
            if (promised == DaysList && !HasDaysList(tenant)) continue;
            var customers = Tenant.Owing(Tenant.Load(tenant, 600));
            var cold = Count(tenant, customers[0], operation, isCold: true);
            var warm = Count(tenant, customers[1], operation, isCold: false);
            table.AddRow(name, Text(promised), Text(cold), Text(warm));
        }

        AnsiConsole.Write(table);
    }

    private static IEnumerable<(string Name, int Promised, Func<DemoTenant, LoadedCustomer, Action> Operation)> Operations()
    {
        yield return ("plan a phone call at a permitted hour", GuardedContact, (tenant, customer) => Create(tenant, customer, "phonecall", Noon));
        yield return ("plan a phone call at a forbidden hour (moved)", GuardedContact, (tenant, customer) => Create(tenant, customer, "phonecall", Noon.AddHours(10)));
        yield return ("plan a message at a permitted hour", GuardedContact, (tenant, customer) => Create(tenant, customer, "sms", Noon));
        yield return ("move a phone call to a forbidden hour (stopped)", GuardedContact, (tenant, customer) =>
        {
            var call = Created(tenant, customer);
            return () => Try(() => tenant.Service.Update(new PhoneCall(call) { ScheduledEnd = customer.Customer.Zone.ToUtc(Noon.AddHours(10)) }));
        });
        yield return ("log a phone call as made", GuardedContact, (tenant, customer) =>
        {
            var call = Created(tenant, customer);
            return () => tenant.Service.Update(Activities.ToCompletion(new EntityReference(Tables.PhoneCall, call), customer.Customer.Zone.ToUtc(Noon)));
        });
        yield return ("send an e-mail", GuardedContact, (tenant, customer) =>
        {
            var draft = tenant.Service.Create(Activities.ToActivity(new PlannedContact(0, "email", "collection", Noon), customer, customer.Customer.Zone.ToUtc(Noon)));
            return () => Try(() => tenant.Service.Execute(new SendEmailRequest { EmailId = draft, IssueSend = true, TrackingToken = "" }));
        });
        yield return ("a day's list for a team, 500 customers a page", DaysList, (tenant, _) => () => tenant.Service.Execute(new OrganizationRequest(DaysListApi) { ["Date"] = Noon }));
    }

    private static bool HasDaysList(DemoTenant tenant)
    {
        var query = new QueryByAttribute("customapi") { ColumnSet = new ColumnSet(false) };
        query.AddAttributeValue("uniquename", DaysListApi);
        return tenant.Service.RetrieveMultiple(query).Entities.Count > 0;
    }

    private static Action Create(DemoTenant tenant, LoadedCustomer customer, string channel, DateTime at)
    {
        var activity = Activities.ToActivity(new PlannedContact(0, channel, "collection", at), customer, customer.Customer.Zone.ToUtc(at));
        return () => Try(() => tenant.Service.Create(activity));
    }

    private static Guid Created(DemoTenant tenant, LoadedCustomer customer) =>
        tenant.Service.Create(Activities.ToActivity(new PlannedContact(0, "phonecall", "collection", Noon), customer, customer.Customer.Zone.ToUtc(Noon)));

    private static int Count(DemoTenant tenant, LoadedCustomer customer, Func<DemoTenant, LoadedCustomer, Action> operation, bool isCold)
    {
        var act = operation(tenant, customer);
        // what was prepared has warmed the settings: let them grow old for the cold run
        if (isCold) tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        tenant.Dataverse.Requests.Clear();
        act();
        return tenant.Dataverse.Requests.OfSteps;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Try(Action act) => Refusals.TryDo(act);
}
