using System;
using System.Globalization;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who is whose record, out of the managed zip: what departments write down, and the customers that come of it.</summary>
public sealed class IdentityStories : IDisposable
{
    private readonly People people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public void One_person_whom_sales_and_marketing_wrote_down_is_one_customer()
    {
        var contact = people.Contact("José Luis", "García Zubizarreta", ("emailaddress1", "jl.zubi@example.mx"), ("mobilephone", "55 1234 5678"));
        var lead = people.Lead("Jose Luis", "Garcia Zubizareta", ("emailaddress1", "JL.Zubi@example.mx"), ("mobilephone", "+52 55 1234 5678"));
        people.Settle();

        Assert.NotNull(people.OnContact(contact));
        Assert.Equal(people.OnContact(contact), people.On("lead", lead));
        var link = people.Link(lead)!;
        Assert.True(link.GetAttributeValue<decimal>("crmx_score") > 0.9m);
        Assert.NotEmpty(link.GetAttributeValue<string>("crmx_explanation"));
        Assert.Equal(1, Tenant.Word(link, "crmx_stage"));
    }

    [Fact]
    public void A_family_of_four_with_one_e_mail_is_four_customers()
    {
        (string, object?)[] home = [("emailaddress1", "familia.ibarra@example.mx"), ("telephone1", "55 5555 1212"), ("address1_line1", "Calle Roble 12"), ("address1_city", "Puebla"), ("address1_postalcode", "72000")];
        Guid[] family =
        [
            people.Contact("Ricardo", "Ibarra Solís", [("birthdate", Day(1975, 3, 2)), .. home]),
            people.Contact("Elena", "Mora Vega", [("birthdate", Day(1978, 9, 14)), .. home]),
            people.Contact("Sofía", "Ibarra Mora", [("birthdate", Day(2004, 1, 30)), .. home]),
            people.Contact("Mateo", "Ibarra Mora", [("birthdate", Day(2007, 6, 8)), .. home]),
        ];
        people.Settle();

        Assert.Equal(4, family.Select(people.OnContact).Distinct().Count(customer => customer is not null));
    }

    [Fact]
    public void Father_and_son_of_one_name_stay_two_even_through_a_record_that_could_be_either()
    {
        (string, object?)[] home = [("address1_line1", "Av. Juárez 40"), ("address1_city", "Toluca"), ("address1_postalcode", "50000"), ("telephone1", "722 213 4455")];
        var father = people.Contact("Francisco", "Zubizarreta Luna", [("birthdate", Day(1950, 4, 11)), .. home]);
        var son = people.Contact("Francisco", "Zubizarreta Luna", [("birthdate", Day(1979, 12, 3)), .. home]);
        var either = people.Lead("Francisco", "Zubizarreta Luna", home);
        people.Settle();

        Assert.NotEqual(people.OnContact(father), people.OnContact(son));
        Assert.NotNull(people.On("lead", either));
    }

    [Fact]
    public void A_woman_who_changes_her_surname_stays_the_customer_she_was()
    {
        var contact = people.Contact("Adriana", "Beltrán Quezada", ("emailaddress1", "adri.bq@example.mx"), ("mobilephone", "33 1020 3040"), ("birthdate", Day(1988, 2, 29)));
        people.Settle();
        var customer = people.OnContact(contact);
        people.Service.Update(new Entity("contact", contact) { ["lastname"] = "de la Fuente" });
        people.Settle();
        var lead = people.Lead("Adriana", "de la Fuente", ("emailaddress1", "adri.bq@example.mx"), ("mobilephone", "33 1020 3040"));
        people.Settle();

        Assert.NotNull(customer);
        Assert.Equal(customer, people.OnContact(contact));
        Assert.Equal(customer, people.On("lead", lead));
    }

    [Fact]
    public void Sales_to_the_public_that_share_a_generic_tax_number_are_nobody_in_particular()
    {
        var sales = Enumerable.Range(1, 500).Select(number => people.Contact(
            string.Create(CultureInfo.InvariantCulture, $"{Word(number)}"), string.Create(CultureInfo.InvariantCulture, $"{Word(number * 7 + 3)}ez"), ("governmentid", "XAXX010101000"))).ToList();
        people.Settle();

        Assert.Equal(500, sales.Select(people.OnContact).Distinct().Count());
        Assert.Empty(people.Reviews());
    }

    [Fact]
    public void What_a_lead_is_qualified_into_is_the_leads_customer_whatever_the_score()
    {
        var lead = people.Lead("Ana", "Ruiz", ("companyname", "Talleres Ruiz"), ("emailaddress1", "ana@example.mx"));
        people.Settle();
        var customer = people.On("lead", lead);
        var made = (QualifyLeadResponse)people.Service.Execute(new QualifyLeadRequest
        {
            LeadId = new EntityReference("lead", lead), CreateAccount = true, CreateContact = true, CreateOpportunity = true, Status = new OptionSetValue(3),
        });
        people.Settle();

        Assert.NotNull(customer);
        Assert.All(made.CreatedEntities.Where(row => row.LogicalName != "opportunity"), row => Assert.Equal(customer, people.On(row.LogicalName, row.Id)));
    }

    [Fact]
    public void Two_contacts_that_somebody_merges_are_one_customer_whatever_the_score()
    {
        var kept = people.Contact("Guadalupe", "Arriaga", ("emailaddress1", "lupe@example.mx"));
        var gone = people.Contact("Eréndira", "Tzintzun", ("mobilephone", "443 112 2334"));
        people.Settle();
        Assert.NotEqual(people.OnContact(kept), people.OnContact(gone));

        people.Service.Execute(new MergeRequest { Target = new EntityReference("contact", kept), SubordinateId = gone, UpdateContent = new Entity("contact"), PerformParentingChecks = false });
        people.Settle();

        Assert.Equal(people.OnContact(kept), people.OnContact(gone));
    }

    [Fact]
    public void A_record_that_is_deleted_leaves_its_link_closed_and_the_customer_to_the_others()
    {
        var contact = people.Contact("Íñigo", "Echeverría Zárate", ("emailaddress1", "inigo@example.mx"), ("mobilephone", "81 1111 2222"));
        var lead = people.Lead("Íñigo", "Echeverría Zárate", ("emailaddress1", "inigo@example.mx"), ("mobilephone", "81 1111 2222"));
        people.Settle();
        var customer = people.On("lead", lead);
        Assert.NotNull(customer);
        people.Service.Delete("contact", contact);
        people.Settle();

        var link = people.Link(contact)!;
        Assert.Equal(2, link.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.NotEmpty(link.GetAttributeValue<string>("crmx_identity"));
        Assert.Equal(customer, people.On("lead", lead));
    }

    [Fact]
    public void A_customer_whom_a_person_puts_on_a_record_stays_there_and_others_who_match_follow()
    {
        var known = people.Tenant.AddCustomer("Beatriz Ugalde", owes: false);
        var contact = people.Contact("Beatriz", "Ugalde Ontiveros", ("emailaddress1", "bety@example.mx"), ("crmx_customerid", new EntityReference("crmx_customer", known)));
        people.Settle();
        var lead = people.Lead("Beatriz", "Ugalde Ontiveros", ("emailaddress1", "bety@example.mx"));
        people.Settle();

        Assert.Equal(574840000, people.Link(contact)!.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(known, people.OnContact(contact));
        Assert.Equal(known, people.On("lead", lead));
    }

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    // names that have little in common
    private static string Word(int number)
    {
        const string Onsets = "bcdfglmnprstvz";
        const string Nuclei = "aeiou";
        var text = "";
        for (var rest = number * 2654435761L % 1_000_003; text.Length < 8; rest = (rest * 48271 + 7) % 1_000_003)
        {
            text += Onsets[(int)(rest % Onsets.Length)];
            text += Nuclei[(int)(rest / Onsets.Length % Nuclei.Length)];
        }

        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
