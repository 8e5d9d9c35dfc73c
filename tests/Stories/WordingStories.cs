using System;
using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Texts as customers are to read them, and what is told to who writes one, out of the managed zip.</summary>
public sealed class WordingStories
{
    [Theory]
    [InlineData("CO", 0, 3082, "Buen día, Luz Marina Peña:", "sigue con un saldo en mora de COP 250.000", "Puede pagar")]
    [InlineData("MX", 1, 3082, "Hola, Luz:", "sigue con un atraso de COP 250,000", "Puedes pagar")]
    [InlineData("AR", 2, 3082, "Hola, Luz:", "sigue con un saldo en mora de COP 250.000", "Podés pagar")]
    [InlineData("ES", 0, 3082, "Buen día, Luz Marina Peña:", "sigue con un retraso de 250.000 COP", "Puede pagar")]
    [InlineData("GB", 0, 1033, "Dear Luz Marina Peña,", "has arrears of COP 250,000", "You can pay")]
    public void A_demand_is_written_in_the_customers_language_form_of_address_and_words(string country, int form, int languageCode, string greeting, string owed, string offer)
    {
        using var tenant = new Tenant();
        var (customer, loan) = Borrower(tenant, country, form);

        var answer = Compose(tenant, customer, "collection", loan, languageCode);

        var body = (string)answer["Body"];
        Assert.StartsWith("<p>" + greeting + "</p>", body, StringComparison.Ordinal);
        Assert.Contains("Crédito de auto …1234 " + owed, body, StringComparison.Ordinal);
        Assert.Contains(offer, body, StringComparison.Ordinal);
        Assert.NotEqual("", answer["Subject"]);
        Assert.Contains("level 2", (string)answer["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_demand_names_only_what_may_be_demanded()
    {
        using var tenant = new Tenant();
        var (customer, loan) = Borrower(tenant, "CO", 0);
        tenant.Service.Create(new Entity("crmx_payment")
        {
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", loan),
            ["crmx_amount"] = new Money(100_000m),
            ["crmx_method"] = Choice(1),
            ["crmx_initiatedon"] = Bogota(23, 9, 0),
        });

        Assert.Contains("COP 150.000", (string)Compose(tenant, customer, "collection", loan)["Body"], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_owes_nothing_or_may_owe_nothing_by_now_is_written_no_demand()
    {
        using var tenant = new Tenant();
        var (customer, loan) = Borrower(tenant, "CO", 0);
        var punctual = tenant.AddObligation(customer);
        tenant.AddInstallment(punctual, new DateTime(2026, 12, 17));
        tenant.Service.Update(new Entity("crmx_obligation", loan) { ["crmx_ledgerasof"] = Bogota(19, 9, 0) });

        var nothing = Assert.ThrowsAny<FaultException>(() => Compose(tenant, customer, "collection", punctual));
        var stale = Assert.ThrowsAny<FaultException>(() => Compose(tenant, customer, "collection", loan));

        Assert.Contains("nothing is overdue", nothing.Message, StringComparison.Ordinal);
        Assert.Contains("last bank close", stale.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_of_a_debit_that_a_holiday_moves_names_the_day_on_which_it_is_drawn()
    {
        using var tenant = new Tenant();
        var (customer, _) = Borrower(tenant, "MX", 0);
        var loan = tenant.AddObligation(customer, 0, ("crmx_country", "MX"), ("crmx_directdebitmandate", "M-1"));
        tenant.AddInstallment(loan, new DateTime(2026, 12, 12), 3500.40m);

        var body = (string)Compose(tenant, customer, "reminder", loan)["Body"];

        Assert.Contains("El sábado 12 de diciembre de 2026 es día inhábil", body, StringComparison.Ordinal);
        Assert.Contains("se cargará mediante domiciliación el lunes 14 de diciembre de 2026", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tenants_own_text_goes_before_what_ships()
    {
        using var tenant = new Tenant();
        var (customer, loan) = Borrower(tenant, "CO", 0);
        var template = tenant.Service.Create(new Entity("crmx_contacttemplate")
        {
            ["crmx_name"] = "Ours",
            ["crmx_purpose"] = Choice(2),
            ["crmx_dunninglevel"] = 2,
            ["crmx_language"] = 3082,
            ["crmx_subject"] = "Hablemos",
            ["crmx_body"] = "{greeting} quedan {amount} de {obligation}.",
        });

        var answer = Compose(tenant, customer, "collection", loan);

        Assert.Equal("Hablemos", answer["Subject"]);
        Assert.Equal("<p>Buen día, Luz Marina Peña: quedan COP 250.000 de Crédito de auto …1234.</p>", answer["Body"]);
        Assert.Equal(template.ToString("D"), answer["TemplateId"]);
    }

    [Fact]
    public void A_text_names_no_obligation_that_is_somebody_elses()
    {
        using var tenant = new Tenant();
        var (_, loan) = Borrower(tenant, "CO", 0);

        var refused = Assert.ThrowsAny<FaultException>(() => Compose(tenant, tenant.CustomerId, "collection", loan));

        Assert.Contains("not party", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_gets_the_same_text()
    {
        using var tenant = new Tenant();
        var (customer, loan) = Borrower(tenant, "CO", 0);

        var answer = tenant.Dataverse.RunActivity("Crm.Extensions.Workflows.ComposeContactActivity", new Dictionary<string, object>
        {
            ["Customer"] = new EntityReference("crmx_customer", customer),
            ["Purpose"] = "collection",
            ["Channel"] = "email",
            ["Obligation"] = new EntityReference("crmx_obligation", loan),
        });

        Assert.Equal(Compose(tenant, customer, "collection", loan)["Body"], answer["Body"]);
    }

    [Fact]
    public void Who_may_not_read_templates_composes_nothing()
    {
        using var tenant = new Tenant();
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Wish(tenant.CustomerId, "thankyou", null, 0)));

        Assert.Contains("prvReadcrmx_ContactTemplate", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033, "Colombian law forbids asking why")]
    [InlineData(3082, "La ley colombiana prohíbe preguntar por qué")]
    public void Who_asks_why_somebody_has_not_paid_is_told_and_what_is_quoted_is_left_alone(int languageCode, string advice)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.Set("crmx_DefaultCountry", "CO");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var contact = tenant.AddContact("Rojas", tenant.CustomerId);
        const string question = "¿por qué no ha pagado su cuota?";

        var asked = tenant.Service.Create(Draft(contact, "<p>Buen día: " + question + "</p>"));
        var quoted = tenant.Service.Create(Draft(contact, "<p>Buen día: podemos ayudarle.</p><blockquote>Me preguntan " + question + "</blockquote>"));

        var told = (string)tenant.Read("email", asked, "crmx_textadvice")["crmx_textadvice"];
        Assert.Contains(advice, told, StringComparison.Ordinal);
        Assert.Contains("Ley 2300", told, StringComparison.Ordinal);
        Assert.DoesNotContain("2300", tenant.Read("email", quoted, "crmx_textadvice").GetAttributeValue<string>("crmx_textadvice") ?? "", StringComparison.Ordinal);

        tenant.Service.Update(new Entity("email", asked) { ["description"] = "<p>Buen día: podemos ayudarle.</p>" });
        Assert.DoesNotContain("2300", tenant.Read("email", asked, "crmx_textadvice").GetAttributeValue<string>("crmx_textadvice") ?? "", StringComparison.Ordinal);
    }

    private static Entity Draft(EntityReference to, string body) => new("email")
    {
        ["subject"] = "Su crédito",
        ["description"] = body,
        ["directioncode"] = true,
        ["crmx_purpose"] = Choice(2),
        ["to"] = Parties(to),
    };

    /// <param name="form">Of crmx_formofaddress, counted from 0.</param>
    private static (Guid Customer, Guid Loan) Borrower(Tenant tenant, string country, int form)
    {
        var customer = tenant.AddCustomer("Luz Marina Peña", country, zone: null, owes: false);
        tenant.Service.Update(new Entity("crmx_customer", customer) { ["crmx_formofaddress"] = Choice(form) });
        var loan = tenant.AddObligation(
            customer, 0, ("crmx_product", "Crédito de auto"), ("crmx_number", "000-1234"), ("crmx_dunninglevel", 2), ("transactioncurrencyid", Currency(tenant, "COP")));
        tenant.AddInstallment(loan, new DateTime(2026, 10, 20), 250_000m);
        return (customer, loan);
    }

    private static EntityReference Currency(Tenant tenant, string code) => new("transactioncurrency", tenant.Service.Create(new Entity("transactioncurrency")
    {
        ["currencyname"] = code,
        ["isocurrencycode"] = code,
        ["currencysymbol"] = "$",
        ["currencyprecision"] = 2,
        ["exchangerate"] = 1m,
    }));

    private static ParameterCollection Compose(Tenant tenant, Guid customer, string purpose, Guid? obligation, int languageCode = 3082) =>
        tenant.Service.Execute(Wish(customer, purpose, obligation, languageCode)).Results;

    private static OrganizationRequest Wish(Guid customer, string purpose, Guid? obligation, int languageCode)
    {
        var wish = new OrganizationRequest("crmx_ComposeContact") { ["CustomerId"] = customer, ["Purpose"] = purpose, ["Channel"] = "email" };
        if (obligation is { } id) wish["ObligationId"] = id;
        if (languageCode > 0) wish["Language"] = languageCode;
        return wish;
    }
}
