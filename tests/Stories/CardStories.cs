using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Limits and cards as people meet them, out of the managed zip. It is 23 November 2026; the card's cycles close on the 25th.</summary>
public sealed class CardStories
{
    private const int Stopped = 3;
    private const int Breach = 4;
    private const int Approved = 574840000;
    private const int Blocked = 574840000;
    private const int Refused = 574840001;

    [Theory]
    [InlineData(1033, "the reason is not true")]
    [InlineData(3082, "la razón no es cierta")]
    public void A_block_on_an_average_that_is_false_is_refused_with_both_figures_and_its_proof_stands(int languageCode, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var block = tenant.Service.Create(Spending(Card(tenant), 900m, new DateTime(2026, 10, 25)));

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Update(new Entity("crmx_cardblock", block) { ["statuscode"] = new OptionSetValue(Blocked) }));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains("900", refused.Message, StringComparison.Ordinal);
        Assert.Contains("410", refused.Message, StringComparison.Ordinal);
        var saved = tenant.Read("crmx_cardblock", block, "statuscode", "crmx_courtesydecision", "crmx_evidence", "crmx_customerid");
        Assert.Equal(1, saved.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(Stopped, Word(saved, "crmx_courtesydecision"));
        Assert.Contains("410", (string)saved["crmx_evidence"], StringComparison.Ordinal);
        Assert.Equal(tenant.CustomerId, saved.GetAttributeValue<EntityReference>("crmx_customerid").Id);
    }

    [Fact]
    public void In_a_transaction_the_false_block_is_kept_as_refused()
    {
        using var tenant = new Tenant();
        var block = Spending(Card(tenant), 900m, new DateTime(2026, 10, 25));
        block["statuscode"] = new OptionSetValue(Blocked);

        tenant.Service.Execute(new ExecuteTransactionRequest { Requests = [new CreateRequest { Target = block }] });

        var saved = Assert.Single(Rows(tenant, "crmx_cardblock", "statuscode", "crmx_courtesydecision"));
        Assert.Equal(Refused, saved.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(Stopped, Word(saved, "crmx_courtesydecision"));
    }

    [Fact]
    public void A_block_that_is_created_in_force_and_refused_leaves_a_refused_row()
    {
        using var tenant = new Tenant();
        var block = Spending(Card(tenant), 900m, new DateTime(2026, 10, 25));
        block["statuscode"] = new OptionSetValue(Blocked);

        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(block));

        Assert.Equal(Refused, Assert.Single(Rows(tenant, "crmx_cardblock", "statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void No_card_is_blocked_for_an_amount_before_its_statement_closes()
    {
        using var tenant = new Tenant();
        var block = Spending(Card(tenant), 410m, new DateTime(2026, 11, 23));
        block["statuscode"] = new OptionSetValue(Blocked);

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(block));

        Assert.Contains("25 November 2026", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033, "announced the trip")]
    [InlineData(3082, "avisó del viaje")]
    public void Who_announced_a_trip_is_not_blocked_for_being_abroad(int languageCode, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var card = Card(tenant);
        tenant.Service.Create(new Entity("crmx_travelnotice")
        {
            ["crmx_name"] = "Japan",
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_countries"] = "JP",
            ["crmx_from"] = new DateTime(2026, 11, 20),
            ["crmx_until"] = new DateTime(2026, 12, 5),
        });

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(InForce(Block(card, 4))));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_fraud_the_card_is_blocked_at_once_and_the_customer_is_told_the_same_day()
    {
        using var tenant = new Tenant();
        tenant.AddContact("Rojas", tenant.CustomerId);

        tenant.Service.Create(InForce(Block(Card(tenant), 0)));

        var email = Assert.Single(Rows(tenant, "email", "crmx_purpose", "description", "statecode"));
        Assert.Equal(7, Word(email, "crmx_purpose"));
        Assert.Contains("no son suyas", (string)email["description"], StringComparison.Ordinal);
        tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));
        Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);
        Assert.Equal(1, tenant.Read("email", email.Id, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void A_customer_without_an_address_is_called_about_the_block()
    {
        using var tenant = new Tenant();

        tenant.Service.Create(InForce(Block(Card(tenant), 1)));

        Assert.Equal(Bogota(23, 10, 0), Assert.Single(Rows(tenant, "phonecall", "scheduledend"))["scheduledend"]);
        Assert.Empty(Rows(tenant, "email", "subject"));
    }

    [Theory]
    [InlineData(1033, "CO", "29 days before")]
    [InlineData(3082, "CO", "29 días antes")]
    [InlineData(1033, "BR", "29 days before")]
    [InlineData(3082, "BR", "29 días antes")]
    public void A_cut_with_29_days_of_notice_is_refused_and_with_30_it_is_allowed(int languageCode, string country, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var card = Card(tenant, country);
        var change = Change(card, 500m, 3, new DateTime(2026, 12, 22));
        change["crmx_noticeid"] = Notice(tenant, card);
        var id = tenant.Service.Create(change);

        var refused = Assert.ThrowsAny<FaultException>(() => Approve(tenant, id));
        tenant.Service.Update(new Entity("crmx_creditlimitchange", id) { ["crmx_effectiveon"] = new DateTime(2026, 12, 23) });
        Approve(tenant, id);

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, Word(tenant.Read("crmx_creditlimitchange", id, "crmx_courtesydecision"), "crmx_courtesydecision"));
    }

    [Fact]
    public void An_unannounced_cut_is_refused_and_one_that_was_applied_is_a_breach()
    {
        using var tenant = new Tenant();
        var id = tenant.Service.Create(Change(Card(tenant), 500m, 3, new DateTime(2026, 11, 24)));

        var refused = Assert.ThrowsAny<FaultException>(() => Approve(tenant, id));
        tenant.Service.Update(new Entity("crmx_creditlimitchange", id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        Assert.Contains("please send it", refused.Message, StringComparison.Ordinal);
        var saved = tenant.Read("crmx_creditlimitchange", id, "statuscode", "crmx_courtesydecision");
        Assert.Equal(2, saved.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(Breach, Word(saved, "crmx_courtesydecision"));
    }

    [Fact]
    public void A_cut_for_a_risk_that_the_statements_show_need_not_wait()
    {
        using var tenant = new Tenant();
        var card = Card(tenant);
        var change = Change(card, 500m, 2, new DateTime(2026, 11, 23));
        change["crmx_noticeid"] = Notice(tenant, card);
        change["crmx_metric"] = Choice(1);
        change["crmx_metricstated"] = 93.67m;
        change["crmx_metricthreshold"] = 90m;
        change["crmx_metricmonths"] = 3;
        change["crmx_metricasof"] = new DateTime(2026, 10, 25);
        change["crmx_reasontext"] = "La utilización de su línea llegó a 94 %.";
        var id = tenant.Service.Create(change);

        Approve(tenant, id);

        Assert.Contains("93.67 %", (string)tenant.Read("crmx_creditlimitchange", id, "crmx_evidence")["crmx_evidence"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_increase_needs_a_consent_and_each_consent_serves_once()
    {
        using var tenant = new Tenant();
        var card = Card(tenant);
        var silent = tenant.Service.Create(Change(card, 2000m, 1, new DateTime(2026, 11, 24)));
        Assert.Contains("silence is no consent", Assert.ThrowsAny<FaultException>(() => Approve(tenant, silent)).Message, StringComparison.Ordinal);

        tenant.AddConsent(6, ("crmx_signedon", new DateTime(2026, 11, 23)));
        var consent = Assert.Single(Rows(tenant, "crmx_consent", "crmx_kind")).ToEntityReference();
        tenant.Service.Update(new Entity("crmx_creditlimitchange", silent) { ["crmx_consentid"] = consent });
        Approve(tenant, silent);

        var again = Change(card, 3000m, 1, new DateTime(2026, 12, 24));
        again["crmx_consentid"] = consent;
        var second = tenant.Service.Create(again);
        Assert.Contains("another increase", Assert.ThrowsAny<FaultException>(() => Approve(tenant, second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observing_says_what_would_have_been_refused_and_changes_nothing()
    {
        using var tenant = new Tenant("observe");
        var id = tenant.Service.Create(Change(Card(tenant), 500m, 3, new DateTime(2026, 11, 24)));

        Approve(tenant, id);

        var saved = tenant.Read("crmx_creditlimitchange", id, "statuscode", "crmx_courtesyexplanation");
        Assert.Equal(Approved, saved.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Contains("would have been refused", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_asks_beforehand_gets_the_same_answer_and_so_does_a_workflow()
    {
        using var tenant = new Tenant();
        var card = Card(tenant);

        var limit = tenant.Service.Execute(new OrganizationRequest("crmx_EvaluateCreditLimitChange")
        {
            ["ObligationId"] = card.Id,
            ["NewLimit"] = 500m,
            ["Reason"] = "other",
            ["EffectiveOn"] = new DateTime(2026, 11, 24),
            ["Language"] = 1033,
        }).Results;
        var block = tenant.Dataverse.RunActivity(
            "Crm.Extensions.Workflows.EvaluateCardBlockActivity",
            new Dictionary<string, object> { ["Obligation"] = card, ["Reason"] = "fraud" });

        Assert.Equal(false, limit["Allowed"]);
        Assert.Equal("limit-notice", limit["Rules"]);
        Assert.Equal(new DateTime(2026, 12, 23), limit["EarliestOn"]);
        Assert.Equal(true, block["Allowed"]);
        Assert.Empty(Rows(tenant, "phonecall", "subject"));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(4000, false)]
    public void Nobody_is_asked_to_deposit_for_a_trip_that_the_free_limit_covers(int spend, bool covered)
    {
        using var tenant = new Tenant();
        var card = Card(tenant);
        tenant.Service.Update(new Entity("crmx_obligation", card.Id) { ["crmx_balance"] = new Money(100m) });
        tenant.Service.Create(new Entity("crmx_travelnotice")
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_countries"] = "JP",
            ["crmx_from"] = new DateTime(2026, 11, 20),
            ["crmx_until"] = new DateTime(2026, 12, 5),
            ["crmx_plannedspend"] = new Money(spend),
        });
        var call = tenant.Call(Bogota(23, 11, 0));
        call["crmx_purpose"] = Choice(1);
        call["crmx_obligationid"] = card;

        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(call));

        Assert.Equal(covered, ((string)Assert.Single(tenant.Attempts())["crmx_rules"]).Contains("needless-deposit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("crmx_EvaluateCreditLimitChange", "prvReadcrmx_CreditLimitChange")]
    [InlineData("crmx_EvaluateCardBlock", "prvReadcrmx_CardBlock")]
    public void Who_lacks_the_privilege_is_told_nothing_of_limits_and_blocks(string api, string privilege)
    {
        using var tenant = new Tenant();
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));
        var request = new OrganizationRequest(api) { ["ObligationId"] = Card(tenant).Id, ["Reason"] = api.EndsWith("Block", StringComparison.Ordinal) ? "fraud" : "other" };
        if (api.EndsWith("Change", StringComparison.Ordinal))
        {
            request["NewLimit"] = 500m;
            request["EffectiveOn"] = new DateTime(2026, 12, 24);
        }

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(request));

        Assert.Contains(privilege, refused.Detail.Message, StringComparison.Ordinal);
    }

    private static EntityReference Card(Tenant tenant, string country = "CO")
    {
        var card = new EntityReference("crmx_obligation", tenant.Service.Create(new Entity("crmx_obligation")
        {
            ["crmx_number"] = "4000123412341234",
            ["crmx_country"] = country,
            ["crmx_limit"] = new Money(1000m),
            ["crmx_statementclosingday"] = 25,
            ["crmx_ledgerasof"] = Bogota(23, 9, 0),
        }));
        tenant.Service.Create(new Entity("crmx_obligationparty")
        {
            ["crmx_name"] = "Debtor",
            ["crmx_obligationid"] = card,
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_role"] = Choice(0),
        });
        var month = 8;
        foreach (var line in new[] { (Purchases: 400m, Balance: 900m), (Purchases: 410m, Balance: 950m), (Purchases: 420m, Balance: 960m) })
        {
            tenant.Service.Create(new Entity("crmx_statement")
            {
                ["crmx_name"] = "Statement",
                ["crmx_obligationid"] = card,
                ["crmx_closedon"] = new DateTime(2026, month++, 25),
                ["crmx_purchases"] = new Money(line.Purchases),
                ["crmx_balance"] = new Money(line.Balance),
                ["crmx_minimumdue"] = new Money(50m),
                ["crmx_paidontime"] = true,
            });
        }

        return card;
    }

    private static Entity Block(EntityReference card, int reason) => new("crmx_cardblock")
    {
        ["crmx_name"] = "Block",
        ["crmx_obligationid"] = card,
        ["crmx_reason"] = Choice(reason),
        ["crmx_from"] = Bogota(23, 10, 0),
    };

    private static Entity InForce(Entity block)
    {
        block["statuscode"] = new OptionSetValue(Blocked);
        return block;
    }

    private static Entity Spending(EntityReference card, decimal stated, DateTime asOf)
    {
        var block = Block(card, 2);
        block["crmx_metric"] = Choice(0);
        block["crmx_metricstated"] = stated;
        block["crmx_metricthreshold"] = 400m;
        block["crmx_metricmonths"] = 3;
        block["crmx_metricasof"] = asOf;
        return block;
    }

    private static Entity Change(EntityReference card, decimal limit, int reason, DateTime on) => new("crmx_creditlimitchange")
    {
        ["crmx_name"] = "Limit",
        ["crmx_obligationid"] = card,
        ["crmx_newlimit"] = new Money(limit),
        ["crmx_reason"] = Choice(reason),
        ["crmx_effectiveon"] = on,
    };

    private static EntityReference Notice(Tenant tenant, EntityReference card) => new("crmx_contactattempt", tenant.Service.Create(new Entity("crmx_contactattempt")
    {
        ["crmx_name"] = "Notice",
        ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
        ["crmx_obligationid"] = card,
        ["crmx_at"] = Bogota(23, 9, 0),
        ["crmx_channel"] = Choice(2),
        ["crmx_purpose"] = Choice(10),
        ["crmx_outgoing"] = true,
        ["crmx_attempted"] = true,
        ["crmx_delivered"] = true,
    }));

    private static void Approve(Tenant tenant, Guid change) =>
        tenant.Service.Update(new Entity("crmx_creditlimitchange", change) { ["statuscode"] = new OptionSetValue(Approved) });

    private static Entity[] Rows(Tenant tenant, string table, params string[] columns) =>
        [.. tenant.Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities];
}
