using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Cli.Demo;

/// <summary>An embedded Dataverse with the managed solution in it, complete, in one mode.</summary>
internal sealed class DemoTenant : IDisposable
{
    // The platform takes up to a thousand rows in one request.
    private const int RowsPerRequest = 500;

    private DemoTenant(EmbeddedDataverse dataverse)
    {
        Dataverse = dataverse;
        Service = dataverse.Connect();
    }

    public EmbeddedDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    /// <summary>Imports the zip, completes the installation and sets the mode, as an admin does.</summary>
    /// <param name="managedZip">The packed zip.</param>
    /// <param name="mode">observe or enforce.</param>
    /// <param name="now">UTC.</param>
    /// <param name="lcid">The language in which the tenant's user reads.</param>
    public static DemoTenant Open(byte[] managedZip, string mode, DateTime now, int lcid)
    {
        var tenant = new DemoTenant(new EmbeddedDataverse());
        tenant.Dataverse.Clock.UtcNow = now;
        using (var zip = new MemoryStream(managedZip)) tenant.Dataverse.Import(zip);
        tenant.Service.Execute(new OrganizationRequest("crmx_CompleteInstallation"));
        tenant.SetVariable("crmx_CollectionsMode", mode);

        // the week is about contacts: its clients are one customer each from the start, and `crmx unify` shows the other room
        tenant.SetVariable("crmx_CustomerViewMode", "off");
        tenant.Service.Update(new UserSettings(tenant.Dataverse.AdministratorId) { UILanguageId = lcid });
        return tenant;
    }

    /// <summary>Loads customers, their contacts and their ledgers: obligations, parties, amounts due, payments.</summary>
    /// <returns>What the activities of each customer refer to, in the order given.</returns>
    public IReadOnlyList<LoadedCustomer> Load(IReadOnlyList<DemoCustomer> customers, Action<int> progress)
    {
        var loaded = new List<LoadedCustomer>(customers.Count);
        var now = Dataverse.Clock.UtcNow;
        var today = DateOnly.FromDateTime(now);
        foreach (var chunk in customers.Chunk(RowsPerRequest))
        {
            var people = CreateAll(chunk.Select(ToCustomer));
            var contacts = CreateAll(chunk.Select((customer, at) => ToContact(customer, people[at])));
            var obligations = CreateAll(chunk.Select(customer => ToObligation(customer, today, now)));
            CreateAll(chunk.Select((customer, at) => ToParty(customer, people[at], obligations[at])));
            foreach (var rows in chunk.SelectMany((customer, at) => ToInstallments(customer, obligations[at])).Chunk(RowsPerRequest)) CreateAll(rows);
            CreateAll(chunk.SelectMany((customer, at) => ToPayments(customer, obligations[at])));
            loaded.AddRange(chunk.Select((customer, at) => new LoadedCustomer(customer, people[at], contacts[at], obligations[at])));
            progress(loaded.Count);
        }

        return loaded;
    }

    /// <summary>The night's feed: finance says of these that the ledger is as of now.</summary>
    public void Confirm(IEnumerable<LoadedCustomer> customers)
    {
        var now = Dataverse.Clock.UtcNow;
        foreach (var chunk in customers.Where(customer => !customer.Customer.Obligation.Ledger.FeedStopped).Chunk(RowsPerRequest))
        {
            Service.Execute(new UpdateMultipleRequest
            {
                Targets = new EntityCollection([.. chunk.Select(customer => new Obligation(customer.ObligationId) { LedgerAsOf = now })]) { EntityName = Tables.Obligation },
            });
        }
    }

    public void Dispose() => Dataverse.Dispose();

    private void SetVariable(string schemaName, string value)
    {
        var query = new QueryByAttribute("environmentvariabledefinition") { ColumnSet = new ColumnSet("environmentvariabledefinitionid") };
        query.AddAttributeValue("schemaname", schemaName);
        var definition = Service.RetrieveMultiple(query).Entities.Single();
        Service.Create(new Entity("environmentvariablevalue")
        {
            ["environmentvariabledefinitionid"] = definition.ToEntityReference(),
            ["value"] = value,
        });
    }

    private Guid[] CreateAll(IEnumerable<Entity> rows)
    {
        var targets = new EntityCollection(rows.ToList());
        if (targets.Entities.Count == 0) return [];
        targets.EntityName = targets.Entities[0].LogicalName;
        return ((CreateMultipleResponse)Service.Execute(new CreateMultipleRequest { Targets = targets })).Ids;
    }

    private static Customer ToCustomer(DemoCustomer customer) => new()
    {
        Name = customer.Name,
        Kind = CustomerKind.Person,
        Country = customer.Country,
        TimeZone = customer.Zone.Code,
        FormOfAddress = FormOfAddress.Usted,
        Delinquency = customer.Obligation.MonthsLate switch { 0 => Delinquency.Current, 1 => Delinquency.Days1To30, 2 => Delinquency.Days31To60, 3 => Delinquency.Days61To90, _ => Delinquency.Over90 },
    };

    private static Contact ToContact(DemoCustomer customer, Guid customerId) => new()
    {
        FirstName = customer.Name.Split(' ')[0],
        LastName = string.Join(' ', customer.Name.Split(' ').Skip(1)),
        EMailAddress1 = $"{customer.Obligation.Number}@example.com",
        CustomerId = new EntityReference(Tables.Customer, customerId),
    };

    private static Obligation ToObligation(DemoCustomer customer, DateOnly today, DateTime asOf) => new()
    {
        Number = customer.Obligation.Number,
        Product = customer.Obligation.Product,
        Country = customer.Country,
        Limit = new Money(customer.Obligation.Limit),
        Balance = new Money(customer.Obligation.Balance),
        Overdue = new Money(customer.Obligation.Ledger.OverdueOn(today).Sum(one => one.Open)),
        DaysPastDue = customer.Obligation.Ledger.OverdueOn(today).Select(one => today.DayNumber - one.Due.DayNumber).FirstOrDefault(),
        DueDay = customer.Obligation.Ledger.Due.LastOrDefault()?.Due.Day,
        DirectDebitMandate = customer.Obligation.Ledger.HasMandate ? "M-" + customer.Obligation.Number : null,
        LedgerAsOf = customer.Obligation.Ledger.FeedStopped ? asOf.AddDays(-2) : asOf,
    };

    private static ObligationParty ToParty(DemoCustomer customer, Guid customerId, Guid obligationId) => new()
    {
        Name = customer.Name,
        CustomerId = new EntityReference(Tables.Customer, customerId),
        ObligationId = new EntityReference(Tables.Obligation, obligationId),
        Role = PartyRole.Debtor,
        MayBeTold = true,
    };

    private static IEnumerable<Installment> ToInstallments(DemoCustomer customer, Guid obligationId) =>
        customer.Obligation.Ledger.Due.Select(one => new Installment
        {
            Name = one.Name.Length > 0 ? one.Name : $"{customer.Obligation.Number} {one.Number}",
            ObligationId = new EntityReference(Tables.Obligation, obligationId),
            Number = one.Number,
            DueDate = one.Due.ToDateTime(TimeOnly.MinValue),
            Amount = new Money(one.Amount),
            Paid = new Money(one.Paid),
            PaidOn = one.PaidOn?.ToDateTime(TimeOnly.MinValue),
        });

    private static IEnumerable<Payment> ToPayments(DemoCustomer customer, Guid obligationId) =>
        customer.Obligation.Ledger.Payments.Select(payment => new Payment
        {
            Reference = payment.Reference,
            ObligationId = new EntityReference(Tables.Obligation, obligationId),
            Method = payment.Method,
            Amount = new Money(payment.Amount),
            InitiatedOn = payment.Initiated,
            ReturnReason = payment.Returned,
            StatusCode = payment.Returned is null ? Payment_StatusCode.InTransit : Payment_StatusCode.Returned,
        });
}
