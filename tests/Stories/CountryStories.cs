using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The customer's country, clock, calendar and wishes.</summary>
public sealed class CountryStories
{
    private const int Allowed = 0;
    private const int Moved = 1;
    private const int MexicoCityCode = 29;
    private const int TijuanaCode = 5;

    [Theory]
    [InlineData(MexicoCityCode, "2026-11-24T03:59", "2026-11-24T03:59")]
    [InlineData(MexicoCityCode, "2026-11-24T04:00", "2026-11-24T13:00")]
    [InlineData(TijuanaCode, "2026-11-24T05:59", "2026-11-24T05:59")]
    [InlineData(TijuanaCode, "2026-11-24T06:00", "2026-11-24T15:00")]
    [InlineData(MexicoCityCode, "2026-11-28T16:00", "2026-11-30T13:00")]
    [InlineData(null, "2026-11-24T13:30", "2026-11-24T15:00")]
    [InlineData(null, "2026-11-25T02:59", "2026-11-25T02:59")]
    [InlineData(null, "2026-11-25T03:00", "2026-11-25T15:00")]
    public void In_Mexico_a_call_keeps_to_the_clock_of_the_customer_or_of_every_zone_where_it_is_not_known(int? zone, string planned, string becomes)
    {
        using var tenant = new Tenant();
        var call = tenant.Call(Utc(planned));
        call["crmx_customerid"] = new EntityReference("crmx_customer", tenant.AddCustomer("Luz Marín", "MX", zone));

        var saved = tenant.Read("phonecall", tenant.Service.Create(call), "scheduledend", "crmx_courtesydecision");

        Assert.Equal(Utc(becomes), saved["scheduledend"]);
        Assert.Equal(planned == becomes ? Allowed : Moved, Word(saved, "crmx_courtesydecision"));
    }

    [Fact]
    public void Colombia_rests_on_the_Monday_of_its_newest_holiday()
    {
        using var tenant = new Tenant(start: Utc("2026-07-10T15:00"));

        var call = tenant.Service.Create(tenant.Call(Utc("2026-07-13T15:00")));

        Assert.Equal(Utc("2026-07-14T12:00"), tenant.Read("phonecall", call, "scheduledend")["scheduledend"]);
    }

    [Fact]
    public void A_customer_of_a_country_without_rules_is_not_judged()
    {
        using var tenant = new Tenant();
        var customer = tenant.AddCustomer("Anna Berg", "SE", null);
        var call = tenant.Call(Bogota(23, 23, 30));
        call["crmx_customerid"] = new EntityReference("crmx_customer", customer);

        var saved = tenant.Read("phonecall", tenant.Service.Create(call), "scheduledend", "crmx_courtesydecision");

        Assert.Equal(Bogota(23, 23, 30), saved["scheduledend"]);
        Assert.False(saved.Contains("crmx_courtesydecision"));
        Assert.Empty(tenant.Attempts(customer));
    }

    [Theory]
    [InlineData(9, 20, 30)]
    [InlineData(7, 3, 0)]
    public void A_call_back_that_was_asked_for_and_an_alert_of_fraud_pass_at_any_hour(int purpose, int hour, int minute)
    {
        using var tenant = new Tenant();
        var call = tenant.Call(Bogota(24, hour, minute));
        call["crmx_purpose"] = Choice(purpose);

        var saved = tenant.Read("phonecall", tenant.Service.Create(call), "scheduledend", "crmx_courtesydecision");

        Assert.Equal(Bogota(24, hour, minute), saved["scheduledend"]);
        Assert.Equal(Allowed, Word(saved, "crmx_courtesydecision"));
    }

    [Theory]
    [InlineData(1033, "no ")]
    [InlineData(3082, "cliente")]
    public void Who_wants_no_calls_is_not_called_and_may_be_written_to(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.AddConsent(3, ("crmx_channel", Choice(0)));

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(tenant.Call(Bogota(23, 12, 0))));
        var letter = tenant.Service.Create(new Entity("letter")
        {
            ["subject"] = "Your installment",
            ["directioncode"] = true,
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_purpose"] = Choice(2),
            ["scheduledend"] = Bogota(24, 12, 0),
        });

        Assert.Contains(word, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Allowed, Word(tenant.Read("letter", letter, "crmx_courtesydecision"), "crmx_courtesydecision"));
        Assert.Equal(2, tenant.Attempts().Length);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-11-23T20:30", true)]
    [InlineData("2026-01-15", "2026-11-23T20:30", false)]
    [InlineData("2026-03-01", "2026-11-23T21:30", false)]
    public void Other_hours_hold_if_the_customer_signed_for_them_after_the_contract(string signedOn, string local, bool passes)
    {
        using var tenant = new Tenant();
        tenant.AddConsent(
            4,
            ("crmx_windowfrom", "07:00"), ("crmx_windowto", "21:00"), ("crmx_proof", "Form 17"),
            ("crmx_contractsignedon", Utc("2026-01-15T00:00")), ("crmx_signedon", Utc(signedOn + "T00:00")));
        var planned = Utc(local).AddHours(5);

        var saved = tenant.Read("phonecall", tenant.Service.Create(tenant.Call(planned)), "scheduledend");

        Assert.Equal(passes ? planned : Bogota(24, 7, 0), saved["scheduledend"]);
    }

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
