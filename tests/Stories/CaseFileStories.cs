using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Text.RegularExpressions;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The whole case as a clerk of an authority reads it.</summary>
public sealed class CaseFileStories
{
    [Theory]
    [InlineData(3082, "EXPEDIENTE DE CONTACTO · Ana Rojas", "Para: SIC", "detenido", "cobranza")]
    [InlineData(1033, "CASE FILE · Ana Rojas", "For: SIC", "stopped", "collection")]
    public void A_clerk_reads_what_was_done_and_stopped_and_why(int languageCode, string title, string authority, string stopped, string purpose)
    {
        using var tenant = new Tenant();
        History(tenant);

        var answer = tenant.Service.Execute(Request(tenant, languageCode)).Results;

        var text = (string)answer["Text"];
        Assert.StartsWith(title, text, StringComparison.Ordinal);
        Assert.Contains(authority, text, StringComparison.Ordinal);
        Assert.Contains(stopped, text, StringComparison.Ordinal);
        Assert.Contains(purpose, text, StringComparison.Ordinal);
        Assert.Contains("COP 250.000", text, StringComparison.Ordinal);
        Assert.Contains("Ley 2300", text, StringComparison.Ordinal);
        Assert.True((int)answer["Count"] >= 7, "entries: " + answer["Count"]);
    }

    [Theory]
    [InlineData(3082)]
    [InlineData(1033)]
    public void Nothing_in_it_is_a_machines(int languageCode)
    {
        using var tenant = new Tenant();
        History(tenant);

        var text = (string)tenant.Service.Execute(Request(tenant, languageCode)).Results["Text"];

        Assert.DoesNotMatch("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}", text);
        Assert.DoesNotMatch("crmx_|57484|[a-z][A-Z]|[{}]|\\b(daily|weekly|nothing|permitted|contact|limit|block)-[a-z]+|\\.\\s*\\.", text);
        Assert.DoesNotContain("\u2013:", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3082, "se realizó", "horario permitido", "Débito automático|débito automático", "17/10/2026")]
    [InlineData(1033, "not made", "permitted hours", "direct debit", "2026-10-17")]
    public void It_says_what_was_made_by_which_rules_in_the_readers_language(int languageCode, string made, string rule, string method, string day)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        History(tenant);

        var text = (string)tenant.Service.Execute(Request(tenant, languageCode)).Results["Text"];

        Assert.Contains(made, text, StringComparison.Ordinal);
        Assert.Contains(rule, text, StringComparison.Ordinal);
        Assert.Matches(method, text);
        Assert.Contains(day, text, StringComparison.Ordinal);
        Assert.Equal(languageCode == 3082, text.Contains("horario", StringComparison.Ordinal));
        Assert.Equal(languageCode == 1033, text.Contains("customer's clock", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_name_in_both_languages()
    {
        foreach (var id in RuleIds.All)
        {
            Assert.NotEqual("", CaseWords.Rule(Language.English, id));
            Assert.NotEqual(CaseWords.Rule(Language.English, id), CaseWords.Rule(Language.Spanish, id));
        }
    }

    [Fact]
    public void Each_part_is_told_in_the_order_of_time()
    {
        using var tenant = new Tenant();
        History(tenant);

        var text = (string)tenant.Service.Execute(Request(tenant, 1033)).Results["Text"];

        foreach (var part in text.Split(Environment.NewLine + Environment.NewLine))
        {
            var times = Regex.Matches(part, "^  ([0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?)", RegexOptions.Multiline).Select(found => found.Groups[1].Value).ToArray();
            Assert.Equal(times.Order(StringComparer.Ordinal), times);
        }
    }

    [Fact]
    public void A_workflow_gets_the_same_file_and_who_may_not_read_attempts_gets_none()
    {
        using var tenant = new Tenant();
        History(tenant);
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));

        var answer = tenant.Dataverse.RunActivity("Crm.Extensions.Workflows.ExportCaseFileActivity", new Dictionary<string, object>
        {
            ["Customer"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["Authority"] = "SIC",
        });
        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Request(tenant, 3082)));

        Assert.Equal(tenant.Service.Execute(Request(tenant, 3082)).Results["Text"], answer["Text"]);
        Assert.Contains("prvReadcrmx_ContactAttempt", refused.Detail.Message, StringComparison.Ordinal);
    }

    private static OrganizationRequest Request(Tenant tenant, int languageCode) => new("crmx_ExportCaseFile")
    {
        ["CustomerId"] = tenant.CustomerId,
        ["Authority"] = "SIC",
        ["Language"] = languageCode,
    };

    // a call refused by night and made by day, a second one that is moved, a promise, a hold, a payment, a cut that came to nothing and a repair
    private static void History(Tenant tenant)
    {
        var currency = new EntityReference("transactioncurrency", tenant.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "Peso",
            ["isocurrencycode"] = "COP",
            ["currencysymbol"] = "$",
            ["currencyprecision"] = 2,
            ["exchangerate"] = 1m,
        }));
        var loan = tenant.AddObligation(tenant.CustomerId, 0, ("crmx_number", "L-1234"), ("crmx_product", "Crédito de auto"), ("crmx_country", "CO"), ("transactioncurrencyid", currency));
        var of = new EntityReference("crmx_obligation", loan);
        tenant.AddInstallment(loan, new DateTime(2026, 10, 17), 250_000m, ("transactioncurrencyid", currency));
        var fee = tenant.AddInstallment(loan, new DateTime(2026, 11, 17), 12_500m, ("crmx_kind", Choice(1)), ("transactioncurrencyid", currency));
        var made = tenant.Call(Bogota(23, 10, 30));
        made["crmx_obligationid"] = of;
        var call = tenant.Service.Create(made);
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Update(new Entity("phonecall", call) { ["scheduledend"] = Bogota(23, 21, 30) }));
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 10, 30);
        tenant.Service.Update(new Entity("phonecall", call) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2), ["crmx_outcome"] = Choice(3) });
        var second = tenant.Call(Bogota(23, 12, 0));
        second["crmx_obligationid"] = of;
        tenant.Service.Create(second);
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 11, 0);
        tenant.Service.Create(new Entity("crmx_promisetopay")
        {
            ["crmx_obligationid"] = of,
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_amount"] = new Money(250_000m),
            ["crmx_on"] = new DateTime(2026, 11, 30),
            ["transactioncurrencyid"] = currency,
        });
        tenant.Service.Create(new Entity("crmx_payment")
        {
            ["crmx_obligationid"] = of,
            ["crmx_amount"] = new Money(250_000m),
            ["crmx_method"] = Choice(0),
            ["crmx_initiatedon"] = Bogota(19, 9, 0),
            ["crmx_postedon"] = Bogota(20, 9, 0),
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(574840001),
            ["crmx_returnreason"] = Choice(1),
            ["transactioncurrencyid"] = currency,
        });
        tenant.Service.Create(new Entity("crmx_creditlimitchange")
        {
            ["crmx_obligationid"] = of,
            ["crmx_oldlimit"] = new Money(1_000_000m),
            ["crmx_newlimit"] = new Money(500_000m),
            ["crmx_reason"] = Choice(3),
            ["crmx_effectiveon"] = new DateTime(2027, 1, 15),
            ["crmx_reasontext"] = "Revisión anual.",
            ["transactioncurrencyid"] = currency,
        });
        tenant.Service.Create(new Entity("crmx_cardblock") { ["crmx_obligationid"] = of, ["crmx_reason"] = Choice(1), ["crmx_from"] = Bogota(23, 11, 0) });
        tenant.Service.Execute(new OrganizationRequest("crmx_RepairContact")
        {
            ["AttemptId"] = tenant.Attempts()[0].Id,
            ["Cause"] = "staleledger",
            ["Wrong"] = "Le pedimos un pago que ya había hecho.",
            ["FeeId"] = fee,
        });
        tenant.Service.Create(new Entity("crmx_contacthold")
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_kind"] = Choice(3),
            ["crmx_from"] = new DateTime(2026, 11, 23),
            ["crmx_reason"] = "Perdió el empleo.",
        });
    }
}
