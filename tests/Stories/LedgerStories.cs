using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Nobody is asked for what he does not owe, whoever plans the call. Out of the managed zip.</summary>
public sealed class LedgerStories
{
    private const int Allowed = 0;
    private const int Breach = 4;

    [Theory]
    [InlineData(1033, "not presented")]
    [InlineData(3082, "no se presentó")]
    public void A_debit_that_the_bank_never_drew_is_not_the_customers_arrears(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var customer = tenant.AddCustomer("Luis Prado", owes: false);
        var loan = tenant.AddObligation(customer, 0, ("crmx_directdebitmandate", "SDD-4471"));
        tenant.AddInstallment(loan, Bogota(3, 12, 0));

        var refused = RefusedCall(tenant, customer, loan);

        Assert.Contains(word, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("bank-fault", Proof(tenant, customer), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_customer_without_a_mandate_may_be_called()
    {
        using var tenant = new Tenant();
        var customer = tenant.AddCustomer("Luis Prado", owes: false);
        var loan = tenant.AddObligation(customer);
        tenant.AddInstallment(loan, Bogota(3, 12, 0));

        tenant.Service.Create(Call(tenant, customer, loan));

        Assert.Equal(Allowed, Word(Assert.Single(tenant.Attempts(customer)), "crmx_decision"));
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void Three_pesos_and_forty_centavos_are_no_reason_to_call(int languageCode)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var mexico = tenant.AddCustomer("Rosa Lima", "MX", 30, owes: false);
        var peso = tenant.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "Peso",
            ["isocurrencycode"] = "MXN",
            ["currencysymbol"] = "$",
            ["currencyprecision"] = 2,
            ["exchangerate"] = 20m,
        });
        var loan = tenant.AddObligation(mexico, 0, ("crmx_country", "MX"), ("transactioncurrencyid", new EntityReference("transactioncurrency", peso)));
        tenant.AddInstallment(loan, Bogota(3, 12, 0), 4_000m, ("crmx_paid", new Money(3_996.60m)), ("transactioncurrencyid", new EntityReference("transactioncurrency", peso)));

        RefusedCall(tenant, mexico, loan);

        Assert.Contains("immaterial-amount", Proof(tenant, mexico), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void A_feed_that_stopped_on_Friday_demands_nothing_on_Monday(int languageCode)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var customer = tenant.AddCustomer("Luis Prado", owes: false);
        var loan = tenant.AddObligation(customer, 0, ("crmx_ledgerasof", Bogota(20, 6, 0)));
        tenant.AddInstallment(loan, Bogota(3, 12, 0));

        RefusedCall(tenant, customer, loan);

        Assert.Contains("stale-ledger", Proof(tenant, customer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void The_wife_who_signed_the_mortgage_alone_hears_nothing_of_the_car(int languageCode)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var husband = tenant.AddCustomer("Luis Prado", owes: false);
        var wife = tenant.AddCustomer("Sara Prado", owes: false);
        var car = tenant.AddObligation(husband);
        tenant.AddInstallment(car, Bogota(3, 12, 0));
        var mortgage = tenant.AddObligation(husband);
        tenant.AddParty(mortgage, wife, 1);
        tenant.AddInstallment(mortgage, Bogota(3, 12, 0));

        RefusedCall(tenant, wife, car);
        Assert.Contains("not-a-party", Proof(tenant, wife), StringComparison.Ordinal);

        tenant.Service.Create(Call(tenant, wife, mortgage));
        Assert.Contains(tenant.Attempts(wife), attempt => Word(attempt, "crmx_decision") == Allowed);
    }

    [Theory]
    [InlineData(1033, "Please pay the overdue instalment of your loan.", true)]
    [InlineData(3082, "Por favor, pague la cuota vencida de su préstamo.", true)]
    [InlineData(1033, "This is Laura of Banco Uno; please call me at 601 555 0101.", false)]
    [InlineData(3082, "Habla Laura, de Banco Uno; por favor llámeme al 601 555 0101.", false)]
    public void An_answering_machine_is_told_a_name_and_a_number_and_it_counts(int languageCode, string said, bool breach)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var call = tenant.Call(Bogota(23, 11, 0));
        call["description"] = said;
        var planned = tenant.Service.Create(call);
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 11, 5);

        tenant.Service.Update(new Entity("phonecall", planned)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
            ["crmx_outcome"] = Choice(1),
        });

        Assert.Equal(breach ? Breach : Allowed, Word(Assert.Single(tenant.Attempts()), "crmx_decision"));
        var second = tenant.Service.Create(tenant.Call(Bogota(23, 15, 0)));
        Assert.NotEqual(Bogota(23, 15, 0), tenant.Read("phonecall", second, "scheduledend")["scheduledend"]);
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void Who_asked_to_be_called_back_at_half_past_eight_in_the_evening_is_called_then(int languageCode)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.AddConsent(5, ("crmx_channel", Choice(0)), ("crmx_requestedon", Bogota(23, 9, 0)), ("crmx_from", Bogota(23, 0, 0).Date), ("crmx_until", Bogota(23, 0, 0).Date), ("crmx_windowfrom", "20:00"), ("crmx_windowto", "21:00"), ("crmx_proof", "REQ-8812"));

        var call = tenant.Service.Create(tenant.Call(Bogota(23, 20, 30)));

        var saved = tenant.Read("phonecall", call, "scheduledend", "crmx_courtesyexplanation");
        Assert.Equal(Bogota(23, 20, 30), saved["scheduledend"]);
        Assert.Contains("REQ-8812", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
        Assert.Equal("requested-by-customer", Assert.Single(tenant.Attempts())["crmx_rules"]);
    }

    private static FaultException RefusedCall(Tenant tenant, Guid customer, Guid obligation) =>
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(Call(tenant, customer, obligation)));

    private static Entity Call(Tenant tenant, Guid customer, Guid obligation)
    {
        var call = tenant.Call(Bogota(23, 12, 0));
        call["crmx_customerid"] = new EntityReference("crmx_customer", customer);
        call["crmx_obligationid"] = new EntityReference("crmx_obligation", obligation);
        return call;
    }

    private static string Proof(Tenant tenant, Guid customer) => (string)tenant.Attempts(customer).Last()["crmx_rules"];
}
