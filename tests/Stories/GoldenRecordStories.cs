using System;
using System.ServiceModel;
using Crm.Extensions.CustomerView.GoldenRecord;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>One row that says of a customer what is true, and where it is known from.</summary>
public sealed class GoldenRecordStories : IDisposable
{
    private readonly Tenant tenant = new();
    private readonly Guid customer;

    public GoldenRecordStories()
    {
        // as unification makes them: the id is derived from the first record
        customer = DerivedIds.Customer(Guid.NewGuid());
        tenant.Service.Create(new Entity("crmx_customer", customer) { ["crmx_name"] = "Ana" });
    }

    public void Dispose() => tenant.Dispose();

    [Fact]
    public void The_customer_shows_the_most_trusted_name_and_the_latest_home_each_whole()
    {
        AddLink("Ventas", new IdentityRecord { FullName = "ana munoz", Street = "Calle 72 # 10-34", City = "Bogotá", Postcode = "110221" }, trust: 20, confirmedOn: 9);
        AddLink("Banco", new IdentityRecord { FullName = "Ana Muñoz Ruiz", Street = "Carrera 7 # 1-2", City = "Cali", State = "Valle" }, trust: 90, confirmedOn: 2, addressTrust: 20);

        var row = Read("crmx_name", "crmx_familyname", "crmx_street", "crmx_city", "crmx_stateorprovince", "crmx_postalcode");

        Assert.Equal("Ana Muñoz Ruiz", row["crmx_name"]);
        Assert.Equal("Muñoz", row["crmx_familyname"]);
        Assert.Equal("Calle 72 # 10-34", row["crmx_street"]);
        Assert.Equal("Bogotá", row["crmx_city"]);
        Assert.Equal("110221", row["crmx_postalcode"]);
        Assert.False(row.Contains("crmx_stateorprovince"));
    }

    [Fact]
    public void Each_value_says_which_record_it_came_from_and_by_which_rule()
    {
        AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz", Email = "vieja@example.co" }, trust: 20);
        var bank = AddLink("Banco", new IdentityRecord { FullName = "Ana Muñoz", Email = "ana@example.co" }, trust: 90);

        var email = LineageJson.Read(Read("crmx_lineage").GetAttributeValue<string>("crmx_lineage")).Of("crmx_email")!;

        Assert.Equal("ana@example.co", email.Value);
        Assert.Equal(bank.ToString("D"), email.Link);
        Assert.Equal("Banco", email.Source);
        Assert.Equal("trusted", email.Rule);
        Assert.NotNull(email.On);
    }

    [Fact]
    public void What_a_person_typed_on_the_customer_stays_and_what_a_person_emptied_does_not_come_back()
    {
        var link = AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz", Email = "vieja@example.co", Phone = "300 123 4567" });
        tenant.Service.Update(new Entity("crmx_customer", customer) { ["crmx_email"] = "correcta@example.co", ["crmx_phone"] = null });

        tenant.Service.Update(new Entity("crmx_sourcelink", link)
        {
            ["crmx_identity"] = Identity(new IdentityRecord { FullName = "Ana Muñoz Ruiz", Email = "otra@example.co", Phone = "300 123 4567" }),
        });

        var row = Read("crmx_name", "crmx_email", "crmx_phone");
        Assert.Equal("Ana Muñoz Ruiz", row["crmx_name"]);
        Assert.Equal("correcta@example.co", row["crmx_email"]);
        Assert.False(row.Contains("crmx_phone"));
    }

    [Fact]
    public void A_record_that_goes_to_another_customer_takes_its_values_along()
    {
        var other = DerivedIds.Customer(Guid.NewGuid());
        tenant.Service.Create(new Entity("crmx_customer", other) { ["crmx_name"] = "Eva" });
        AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz" });
        var moved = AddLink("Banco", new IdentityRecord { FullName = "Ana Muñoz", Email = "eva@example.co" });

        tenant.Service.Update(new Entity("crmx_sourcelink", moved) { ["crmx_customerid"] = new EntityReference("crmx_customer", other) });

        Assert.False(Read("crmx_email").Contains("crmx_email"));
        Assert.Equal("eva@example.co", tenant.Read("crmx_customer", other, "crmx_email")["crmx_email"]);
    }

    [Fact]
    public void The_tenant_decides_which_strategy_comes_first()
    {
        tenant.Service.Create(new Entity("crmx_survivorshiprule") { ["crmx_name"] = "Correo", ["crmx_group"] = Tenant.Choice(2), ["crmx_order"] = "recent, trusted" });
        AddLink("Banco", new IdentityRecord { FullName = "Ana Muñoz", Email = "banco@example.co" }, trust: 90, confirmedOn: 1);
        AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz", Email = "ventas@example.co" }, trust: 10, confirmedOn: 9);

        Assert.Equal("ventas@example.co", Read("crmx_email")["crmx_email"]);
    }

    [Fact]
    public void Refreshing_twice_changes_nothing_and_says_so()
    {
        AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz", Email = "ana@example.co" }, isComputed: false);
        var first = Refresh();
        var before = Read("crmx_enrichedon", "crmx_lineage", "crmx_email");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));

        var second = Refresh();

        Assert.Contains("brought up to date", (string)first["Explanation"], StringComparison.Ordinal);
        Assert.Equal("Everything is up to date; nothing had to be changed.", second["Explanation"]);
        Assert.Equal(before["crmx_lineage"], second["Details"]);
        Assert.Equal(before["crmx_enrichedon"], Read("crmx_enrichedon")["crmx_enrichedon"]);
        Assert.Equal("ana@example.co", before["crmx_email"]);
    }

    [Fact]
    public void Nothing_is_computed_while_the_customer_view_is_off()
    {
        tenant.Set("crmx_CustomerViewMode", "off");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromSeconds(61));
        AddLink("Ventas", new IdentityRecord { FullName = "Ana Muñoz", Email = "ana@example.co" });

        Assert.False(Read("crmx_email").Contains("crmx_email"));
        Assert.Contains("switched off", (string)Refresh()["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_records_of_departments_are_never_written()
    {
        var contact = tenant.Service.Create(new Entity("contact") { ["firstname"] = "ana", ["lastname"] = "munoz", ["emailaddress1"] = "vieja@example.co" });
        AddLink("Ventas", new IdentityRecord { FullName = "ana munoz", Email = "vieja@example.co" }, trust: 10);
        AddLink("Banco", new IdentityRecord { FullName = "Ana Muñoz", Email = "ana@example.co" }, trust: 90);
        Read();

        var row = tenant.Read("contact", contact, "firstname", "lastname", "emailaddress1");

        Assert.Equal("ana munoz vieja@example.co", $"{row["firstname"]} {row["lastname"]} {row["emailaddress1"]}");
    }

    [Fact]
    public void How_late_a_customer_pays_follows_the_worst_obligation_that_is_theirs_to_pay()
    {
        var loan = tenant.AddObligation(customer, 0, ("crmx_dayspastdue", 12));
        tenant.AddObligation(customer, 2, ("crmx_dayspastdue", 95));
        Assert.Equal(1, Tenant.Word(Read("crmx_delinquency"), "crmx_delinquency"));

        tenant.Service.Update(new Entity("crmx_obligation", loan) { ["crmx_dayspastdue"] = 61 });
        Assert.Equal(3, Tenant.Word(Read("crmx_delinquency"), "crmx_delinquency"));

        tenant.Service.Update(new Entity("crmx_obligation", loan) { ["crmx_dayspastdue"] = 0 });
        Assert.Equal(5, Tenant.Word(Read("crmx_delinquency"), "crmx_delinquency"));
    }

    [Fact]
    public void A_hold_restricts_the_customer_until_it_is_released()
    {
        var hold = tenant.Service.Create(new Entity("crmx_contacthold") { ["crmx_customerid"] = new EntityReference("crmx_customer", customer), ["crmx_kind"] = Tenant.Choice(2) });
        Assert.Equal("represented", Read("crmx_restriction")["crmx_restriction"]);

        tenant.Service.Update(new Entity("crmx_contacthold", hold) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        Assert.False(Read("crmx_restriction").Contains("crmx_restriction"));
    }

    [Fact]
    public void A_contact_that_was_stopped_is_not_the_last_contact()
    {
        var made = tenant.Dataverse.Clock.UtcNow.AddHours(-2);
        AddAttempt(made, attempted: true);
        AddAttempt(tenant.Dataverse.Clock.UtcNow.AddHours(-1), attempted: false);

        Assert.Equal(made, Read("crmx_lastcontact").GetAttributeValue<DateTime>("crmx_lastcontact"));
    }

    [Fact]
    public void Without_the_privilege_or_without_sight_of_the_customer_nothing_is_refreshed()
    {
        var request = new OrganizationRequest("crmx_RefreshCustomer") { ["CustomerId"] = customer };

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie")).Execute(request));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => tenant.Service.Execute(new OrganizationRequest("crmx_RefreshCustomer") { ["CustomerId"] = Guid.NewGuid() }));
    }

    private OrganizationResponse Refresh() => tenant.Service.Execute(new OrganizationRequest("crmx_RefreshCustomer") { ["CustomerId"] = customer, ["Language"] = 1033 });

    private Guid AddLink(string name, IdentityRecord record, int trust = 50, int? confirmedOn = null, int? addressTrust = null, bool isComputed = true)
    {
        var source = tenant.Service.Create(new Entity("crmx_source")
        {
            ["crmx_name"] = name, ["crmx_code"] = name, ["crmx_trustname"] = trust, ["crmx_trustcontact"] = trust, ["crmx_trustaddress"] = addressTrust ?? trust,
        });
        var link = new Entity("crmx_sourcelink")
        {
            ["crmx_name"] = name,
            ["crmx_recordtable"] = "file",
            ["crmx_recordid"] = Guid.NewGuid().ToString("D"),
            ["crmx_sourceid"] = new EntityReference("crmx_source", source),
            ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
            ["crmx_identity"] = Identity(record),
        };
        if (confirmedOn is { } day) link["crmx_confirmedon"] = new DateTime(2026, 11, day, 12, 0, 0, DateTimeKind.Utc);
        var id = tenant.Service.Create(link);
        if (isComputed) tenant.Dataverse.Jobs.RunAll();
        return id;
    }

    private void AddAttempt(DateTime at, bool attempted) => tenant.Service.Create(new Entity("crmx_contactattempt")
    {
        ["crmx_name"] = "Attempt", ["crmx_customerid"] = new EntityReference("crmx_customer", customer), ["crmx_activityid"] = Guid.NewGuid().ToString("D"), ["crmx_number"] = 1, ["crmx_at"] = at, ["crmx_attempted"] = attempted,
    });

    private Entity Read(params string[] columns)
    {
        Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);
        return tenant.Read("crmx_customer", customer, columns);
    }

    private static string Identity(IdentityRecord record) => NormalRecordJson.Write(Normaliser.Normalise(record, "CO", new(2026, 11, 23)));
}
