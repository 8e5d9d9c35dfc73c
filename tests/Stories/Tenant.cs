using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// A tenant into which the managed zip has been imported and whose installation has been completed, with a customer in Bogotá. Its clock starts on
/// Monday 23 November 2026 at 10:00 in Bogotá.
/// </summary>
internal sealed class Tenant : IDisposable
{
    /// <summary>Dataverse's code for Bogotá, Lima and Quito.</summary>
    private const int BogotaCode = 45;

    public Tenant(string mode = "enforce", int languageCode = 1033, Stream? zip = null, DateTime? start = null)
    {
        Dataverse = zip is null ? Shipped.Value.Copy(start) : Installed(zip, start);
        Service = Dataverse.Connect();
        Set("crmx_CollectionsMode", mode);
        Service.Update(new Entity("usersettings", Dataverse.AdministratorId) { ["uilanguageid"] = languageCode });
        CustomerId = AddCustomer("Ana Rojas");
    }

    private int numbers = 1;

    // what ships, imported once for all stories: each lives in a copy of it
    private static readonly Lazy<EmbeddedDataverse> Shipped = new(() => Installed(ManagedZip.Open(), start: null));

    private static EmbeddedDataverse Installed(Stream zip, DateTime? start)
    {
        var dataverse = new EmbeddedDataverse(new EmbeddedOptions { Start = start ?? Bogota(23, 10, 0) });
        using (zip) dataverse.Import(zip);
        dataverse.Connect().Execute(new OrganizationRequest("crmx_CompleteInstallation"));
        return dataverse;
    }

    public EmbeddedDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    public Guid CustomerId { get; }

    /// <summary>An instant of November 2026 by the clocks of Bogotá.</summary>
    public static DateTime Bogota(int day, int hour, int minute) => new DateTime(2026, 11, day, hour, minute, 0, DateTimeKind.Utc).AddHours(5);

    /// <param name="zone">Dataverse's time zone code; null: not known.</param>
    /// <param name="owes">Whether the customer has an instalment that has been overdue for a month: else nothing may be demanded.</param>
    public Guid AddCustomer(string name, string country = "CO", int? zone = BogotaCode, bool owes = true)
    {
        var customer = new Entity("crmx_customer") { ["crmx_name"] = name, ["crmx_country"] = country };
        if (zone is { } code) customer["crmx_timezone"] = code;
        var id = Service.Create(customer);
        if (owes) AddInstallment(AddObligation(id), Dataverse.Clock.UtcNow.AddDays(-30));
        return id;
    }

    /// <summary>A loan of the customer, without instalments yet, whose ledger is known however far a story goes.</summary>
    /// <param name="role">Of crmx_partyrole, counted from 0.</param>
    public Guid AddObligation(Guid customer, int role = 0, params (string Column, object Value)[] columns)
    {
        var obligation = new Entity("crmx_obligation")
        {
            ["crmx_number"] = "L-" + Guid.NewGuid().ToString("N")[..8],
            ["crmx_ledgerasof"] = Dataverse.Clock.UtcNow.AddDays(90),
        };
        foreach (var (column, value) in columns) obligation[column] = value;
        var id = Service.Create(obligation);
        AddParty(id, customer, role);
        return id;
    }

    public void AddParty(Guid obligation, Guid customer, int role = 0) => Service.Create(new Entity("crmx_obligationparty")
    {
        ["crmx_name"] = "Party",
        ["crmx_obligationid"] = new EntityReference("crmx_obligation", obligation),
        ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
        ["crmx_role"] = Choice(role),
        ["crmx_maybetold"] = true,
    });

    /// <summary>An amount due of an obligation; unpaid unless a column says otherwise.</summary>
    public Guid AddInstallment(Guid obligation, DateTime due, decimal amount = 250_000m, params (string Column, object Value)[] columns)
    {
        var installment = new Entity("crmx_installment")
        {
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", obligation),
            ["crmx_number"] = numbers++,
            ["crmx_duedate"] = due.Date,
            ["crmx_amount"] = new Money(amount),
            ["crmx_paid"] = new Money(0),
        };
        foreach (var (column, value) in columns) installment[column] = value;
        return Service.Create(installment);
    }

    /// <summary>A contact who is that customer.</summary>
    public EntityReference AddContact(string lastName, Guid customer) => new("contact", Service.Create(new Entity("contact")
    {
        ["lastname"] = lastName,
        ["emailaddress1"] = lastName + "@example.com",
        ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
    }));

    /// <param name="kind">Of crmx_consentkind, counted from 0.</param>
    public void AddConsent(int kind, params (string Column, object Value)[] columns)
    {
        var consent = new Entity("crmx_consent")
        {
            ["crmx_name"] = "What the customer wants",
            ["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId),
            ["crmx_kind"] = Choice(kind),
        };
        foreach (var (column, value) in columns) consent[column] = value;
        Service.Create(consent);
    }

    /// <summary>A value of one of our option sets, counted from 0.</summary>
    public static OptionSetValue Choice(int word) => new(574840000 + word);

    /// <summary>The word of an option set that a row has, counted from 0.</summary>
    public static int? Word(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value - 574840000;

    /// <summary>Parties of an activity.</summary>
    public static EntityCollection Parties(params EntityReference[] who) =>
        new([.. who.Select(party => new Entity("activityparty") { ["partyid"] = party })]) { EntityName = "activityparty" };

    /// <summary>A collection call to the customer, not yet saved.</summary>
    public Entity Call(DateTime? due = null)
    {
        var call = new Entity("phonecall")
        {
            ["subject"] = "Overdue installment",
            ["directioncode"] = true,
            ["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId),
            ["crmx_purpose"] = new OptionSetValue(574840002),
        };
        if (due is { } time) call["scheduledend"] = time;
        return call;
    }

    public Entity Read(string table, Guid id, params string[] columns) => Service.Retrieve(table, id, new ColumnSet(columns));

    /// <summary>The attempts to reach the customer (or another one), in the order in which they were recorded.</summary>
    public Entity[] Attempts(Guid? customer = null)
    {
        var query = new QueryExpression("crmx_contactattempt")
        {
            ColumnSet = new ColumnSet("crmx_activityid", "crmx_number", "crmx_decision", "crmx_slot", "crmx_at", "crmx_outgoing", "crmx_attempted", "crmx_explanation", "crmx_mode", "crmx_nextallowedat", "crmx_conversation", "crmx_rules", "crmx_purpose", "crmx_activityid", "ownerid"),
        };
        query.Criteria.AddCondition("crmx_customerid", ConditionOperator.Equal, customer ?? CustomerId);
        query.AddOrder("crmx_number", OrderType.Ascending);
        return [.. Service.RetrieveMultiple(query).Entities];
    }

    public void Dispose() => Dataverse.Dispose();

    /// <summary>Gives an environment variable a value.</summary>
    public void Set(string variable, string value)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.Equal, variable);
        var given = new QueryExpression("environmentvariablevalue") { ColumnSet = new ColumnSet("value") };
        given.Criteria.AddCondition("schemaname", ConditionOperator.Equal, variable + "_value");
        if (Service.RetrieveMultiple(given).Entities.SingleOrDefault() is { } present)
        {
            Service.Update(new Entity("environmentvariablevalue", present.Id) { ["value"] = value });
            return;
        }

        Service.Create(new Entity("environmentvariablevalue")
        {
            ["schemaname"] = variable + "_value",
            ["environmentvariabledefinitionid"] = Service.RetrieveMultiple(query).Entities.Single().ToEntityReference(),
            ["value"] = value,
        });
    }
}
