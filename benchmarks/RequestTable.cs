using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Model;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>How many requests the plug-ins send for one guarded operation: cold, with no settings read yet, and warm. Promised: at most 8 and 4.</summary>
internal static class RequestTable
{
    private static readonly DateTime Noon = Tenant.Monday.ToDateTime(new TimeOnly(12, 0));

    public static void Print()
    {
        var zip = Tenant.PackZip();
        var table = new Table().AddColumns("operation", "cold", "warm");
        foreach (var (name, operation) in Operations())
        {
            using var tenant = Tenant.Open(zip);
            var customers = Tenant.Load(tenant, 4);
            var cold = Count(tenant, customers[0], operation);
            var warm = Count(tenant, customers[2], operation);
            table.AddRow(name, cold.ToString(CultureInfo.InvariantCulture), warm.ToString(CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static IEnumerable<(string Name, Func<DemoTenant, LoadedCustomer, Action> Operation)> Operations()
    {
        yield return ("plan a phone call at a permitted hour", (tenant, customer) => Create(tenant, customer, "phonecall", Noon));
        yield return ("plan a phone call at a forbidden hour (moved)", (tenant, customer) => Create(tenant, customer, "phonecall", Noon.AddHours(10)));
        yield return ("plan a message at a permitted hour", (tenant, customer) => Create(tenant, customer, "sms", Noon));
        yield return ("move a phone call to a forbidden hour (stopped)", (tenant, customer) =>
        {
            var call = Created(tenant, customer);
            return () => Try(() => tenant.Service.Update(new PhoneCall(call) { ScheduledEnd = customer.Customer.Zone.ToUtc(Noon.AddHours(10)) }));
        });
        yield return ("log a phone call as made", (tenant, customer) =>
        {
            var call = Created(tenant, customer);
            return () => tenant.Service.Update(Activities.ToCompletion(new EntityReference(Tables.PhoneCall, call), customer.Customer.Zone.ToUtc(Noon)));
        });
        yield return ("send an e-mail", (tenant, customer) =>
        {
            var draft = tenant.Service.Create(Activities.ToActivity(new PlannedContact(0, "email", "collection", Noon), customer, customer.Customer.Zone.ToUtc(Noon)));
            return () => Try(() => tenant.Service.Execute(new SendEmailRequest { EmailId = draft, IssueSend = true, TrackingToken = "" }));
        });
    }

    private static Action Create(DemoTenant tenant, LoadedCustomer customer, string channel, DateTime at)
    {
        var activity = Activities.ToActivity(new PlannedContact(0, channel, "collection", at), customer, customer.Customer.Zone.ToUtc(at));
        return () => Try(() => tenant.Service.Create(activity));
    }

    private static Guid Created(DemoTenant tenant, LoadedCustomer customer) =>
        tenant.Service.Create(Activities.ToActivity(new PlannedContact(0, "phonecall", "collection", Noon), customer, customer.Customer.Zone.ToUtc(Noon)));

    private static int Count(DemoTenant tenant, LoadedCustomer customer, Func<DemoTenant, LoadedCustomer, Action> operation)
    {
        var act = operation(tenant, customer);
        // what was prepared has warmed the settings: let them grow old for the cold run
        if (customer.Customer.Number == 1) tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        tenant.Dataverse.Requests.Clear();
        act();
        return tenant.Dataverse.Requests.OfSteps;
    }

    private static void Try(Action act) => Refusals.TryDo(act);
}
