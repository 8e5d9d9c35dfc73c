using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>How long <c>crmx_GetCustomerView</c> takes of a customer with 10,000 activities and as many contacts on record. Promised: under 100 ms, with at most 8 requests.</summary>
internal static class CardRun
{
    private const int Activities = 10_000;
    private const int RowsPerRequest = 500;
    private const int Cards = 200;

    public static void Print()
    {
        using var tenant = Tenant.Open(Tenant.PackZip());
        var customer = Tenant.Owing(Tenant.Load(tenant, 600))[0].CustomerId;
        var now = tenant.Dataverse.Clock.UtcNow;
        Create(tenant, Activities, n => Call(customer, n));
        Create(tenant, Activities, n => Attempt(customer, n, now.AddMinutes(-n)));
        foreach (var topic in new[] { "phone", "language", "accessibility", "deliveryaddress", "household", "income" })
        {
            tenant.Service.Execute(new OrganizationRequest("crmx_RecordFact") { ["CustomerId"] = customer, ["Topic"] = topic, ["Value"] = "on record" });
        }

        var table = new Table().AddColumns("purpose", "requests warm", "median ms", "slowest of 100 ms");
        foreach (var purpose in new[] { "order", "service", "collection", "accountmanagement" })
        {
            var request = new OrganizationRequest("crmx_GetCustomerView")
            {
                ["CustomerId"] = customer,
                ["Purpose"] = purpose,
                ["Channel"] = "phonecall",
                ["Verification"] = "verified",
            };
            tenant.Service.Execute(request);
            tenant.Dataverse.Requests.Clear();
            tenant.Service.Execute(request);
            var requests = tenant.Dataverse.Requests.OfSteps;
            var times = Enumerable.Range(0, Cards).Select(_ => Time(() => tenant.Service.Execute(request))).Order().ToList();
            table.AddRow(purpose, Text(requests), Text(times[Cards / 2]), Text(times[Cards * 99 / 100]));
        }

        AnsiConsole.Write(table);
    }

    private static Entity Call(Guid customer, int number) => new("phonecall")
    {
        ["subject"] = "Call " + Text(number),
        ["directioncode"] = false,
        ["crmx_customerid"] = new EntityReference(Tables.Customer, customer),
    };

    private static Entity Attempt(Guid customer, int number, DateTime at) => new(Tables.ContactAttempt)
    {
        ["crmx_name"] = "Contact " + Text(number),
        ["crmx_customerid"] = new EntityReference(Tables.Customer, customer),
        ["crmx_activityid"] = Guid.NewGuid().ToString("D"),
        ["crmx_number"] = 1,
        ["crmx_at"] = at,
        ["crmx_channel"] = new OptionSetValue((int)ContactChannel.PhoneCall),
        ["crmx_purpose"] = new OptionSetValue((int)ContactPurpose.Service),
        ["crmx_attempted"] = true,
        ["crmx_outgoing"] = number % 2 == 0,
    };

    private static void Create(DemoTenant tenant, int count, Func<int, Entity> row)
    {
        foreach (var chunk in Enumerable.Range(1, count).Select(row).Chunk(RowsPerRequest))
        {
            tenant.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. chunk]) { EntityName = chunk[0].LogicalName } });
        }
    }

    private static double Time(Action act)
    {
        var clock = Stopwatch.StartNew();
        act();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
