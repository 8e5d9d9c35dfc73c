using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Limits: notice, consent and figures that are computed again.</summary>
public class LimitChangeTests
{
    private const string House = "Política de la casa";

    private static readonly CalendarDate Today = new(2026, 11, 23);

    private static readonly CardLedger Ledger = new()
    {
        Currency = "COP",
        Limit = 1000m,
        ClosingDay = 25,
        Statements =
        [
            new StatementLine(new CalendarDate(2026, 8, 25), 400m, 400m, 900m, 50m, true),
            new StatementLine(new CalendarDate(2026, 9, 25), 410m, 0m, 950m, 50m, false),
            new StatementLine(new CalendarDate(2026, 10, 25), 420m, 0m, 960m, 50m, false),
        ],
    };

    [Theory]
    [InlineData("AR", 60, "BCRA, Protección de usuarios de servicios financieros, 2.3.4")]
    [InlineData("BR", 30, "Resolução BCB 96/2021, art. 10")]
    [InlineData("CL", 30, House)] // no term was found in the law
    [InlineData("CO", 30, House)] // Ley 1328 de 2009, art. 10, leaves the days to the contract
    [InlineData("EC", 30, House)] // no term was found in the law
    [InlineData("ES", 60, House)] // RDL 19/2018, art. 33, is known from memory only
    [InlineData("GB", 30, House)] // no term was found in the law
    [InlineData("MX", 30, House)] // known from memory only
    [InlineData("PE", 45, "Res. SBS 3274-2017, art. 33")]
    [InlineData("US", 45, House)] // Regulation Z asks them before a fee or penalty rate, not before the cut
    [InlineData("VE", 30, House)] // no term was found in the law
    public void A_decrease_waits_for_the_days_of_its_country(string country, int days, string source)
    {
        LimitJudgement After(int notice) => Judge(Cut(LimitChangeReason.Other, Today.AddDays(notice)) with { Notice = new LimitNotice(Today, true) }, country);

        Assert.Equal(Decision.Stopped, After(days - 1).Decision);
        Assert.Equal(Decision.Allowed, After(days).Decision);
        Assert.Equal(Today.AddDays(days), After(0).EarliestOn);
        Assert.Equal(source, After(0).Findings.Single(finding => finding.Objects).Source.Text);
    }

    [Fact]
    public void Every_country_has_its_row_of_notice_days() => Assert.Equal(
        CountryPacks.Countries,
        typeof(LimitChangeTests).GetMethod(nameof(A_decrease_waits_for_the_days_of_its_country))!.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((System.Collections.Generic.IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("PE", 0, 7, true, "Res. SBS 3274-2017, art. 41")] // told within seven days after
    [InlineData("PE", 0, 8, false, "Res. SBS 3274-2017, art. 41")]
    [InlineData("BR", 0, 0, true, "Resolução BCB 96/2021, art. 10, § 2")] // told no later than the cut
    [InlineData("BR", 0, 1, false, "Resolução BCB 96/2021, art. 10, § 2")]
    [InlineData("MX", 0, 0, true, House)]
    [InlineData("MX", 0, 1, false, House)]
    public void Where_risk_is_proven_the_notice_comes_when_the_country_says(string country, int cut, int told, bool allowed, string source)
    {
        var claim = new MetricClaim(RiskMetric.Utilisation, 93.67m, 90m, 3, new CalendarDate(2026, 10, 25));
        var change = new LimitChange(1000m, 500m, LimitChangeReason.Risk, Today.AddDays(cut), Today.AddDays(told))
        {
            Claim = claim,
            ReasonText = "La utilización de su línea llegó a 94 %.",
            Notice = new LimitNotice(Today.AddDays(told), true),
        };

        var judgement = Judge(change, country);

        Assert.Equal(allowed, judgement.Allowed);
        Assert.Contains(judgement.Findings, finding => finding.RuleId == RuleIds.LimitNotice && finding.Source.Text == source && finding.Objects == !allowed);
    }

    [Theory]
    [InlineData("AR", House)]
    [InlineData("BR", House)] // consent is known from memory only
    [InlineData("CL", House)]
    [InlineData("CO", "Circular Básica Jurídica SFC, parte II, título I, cap. I, 5.2")]
    [InlineData("EC", House)]
    [InlineData("ES", House)]
    [InlineData("GB", House)]
    [InlineData("MX", House)] // express consent: from memory only
    [InlineData("PE", "Res. SBS 3274-2017, art. 37")]
    [InlineData("US", House)] // the law asks for ability to pay; consent is the house's
    [InlineData("VE", House)]
    public void No_country_takes_silence_for_a_yes_to_a_higher_limit(string country, string source)
    {
        var change = new LimitChange(1000m, 2000m, LimitChangeReason.Offer, Today, Today);

        var refused = Judge(change, country);

        Assert.False(refused.Allowed);
        Assert.Equal(source, refused.Findings.Single(finding => finding.Objects).Source.Text);
        Assert.True(Judge(change with { Consent = new LimitConsent(true, Today) }, country).Allowed);
    }

    [Theory]
    [InlineData("AverageSpending", 410, 400, 3, "BorneOut")]
    [InlineData("AverageSpending", 412, 400, 3, "BorneOut")] // half a per cent of 410 is 2.05
    [InlineData("AverageSpending", 413, 400, 3, "Differs")]
    [InlineData("AverageSpending", 410, 411, 3, "BelowThreshold")]
    [InlineData("AverageSpending", 410, 400, 4, "NotOnRecord")]
    [InlineData("Utilisation", 93.67, 90, 3, "BorneOut")]
    [InlineData("Utilisation", 94.2, 90, 3, "Differs")] // half a percentage point of tolerance
    [InlineData("MissedPayments", 1, 1, 3, "Differs")] // September's and October's: as of 25 November both were due
    [InlineData("MissedPayments", 2, 2, 3, "BorneOut")]
    public void A_claim_is_computed_again_from_the_statements(string name, double stated, double threshold, int months, string standing)
    {
        var metric = Enum.Parse<RiskMetric>(name);
        var today = new CalendarDate(2026, 11, 25);
        var asOf = metric == RiskMetric.MissedPayments ? today : new CalendarDate(2026, 10, 25);
        var claim = new MetricClaim(metric, (decimal)stated, (decimal)threshold, months, asOf);

        Assert.Equal(standing, MetricProof.Of(claim, Ledger, CountryPacks.Find("CO")!, today).Standing.ToString());
    }

    [Fact]
    public void A_statement_whose_payment_is_not_due_yet_is_not_missed()
    {
        var claim = new MetricClaim(RiskMetric.MissedPayments, 1m, 1m, 3, Today);

        Assert.Equal(1m, MetricProof.Of(claim, Ledger, CountryPacks.Find("CO")!, Today).Found);
    }

    [Fact]
    public void A_gap_in_the_statements_proves_nothing()
    {
        var gap = Ledger with { Statements = [.. Ledger.Statements.Where(line => line.ClosedOn.Month != 9), new StatementLine(new CalendarDate(2026, 7, 25), 1m, 0m, 1m, 1m, true)] };
        var claim = new MetricClaim(RiskMetric.AverageSpending, 273.67m, 1m, 3, new CalendarDate(2026, 10, 25));

        Assert.Equal(ProofStanding.NotOnRecord, MetricProof.Of(claim, gap, CountryPacks.Find("CO")!, Today).Standing);
    }

    [Theory]
    [InlineData("2026-09-25", "the middle one")]
    [InlineData("2026-10-25", "the last one")]
    public void A_missing_cycle_proves_nothing_wherever_it_lies(string missing, string which)
    {
        Assert.NotEmpty(which);
        StatementLine Cycle(int month) => new(new CalendarDate(2026, month, 25), 400m, 400m, 900m, 50m, true);
        var gap = Ledger with { Statements = [.. Enumerable.Range(4, 7).Select(Cycle).Where(line => line.ClosedOn != Judged.Day(missing))] };
        var claim = new MetricClaim(RiskMetric.AverageSpending, 400m, 400m, 3, new CalendarDate(2026, 11, 10));

        Assert.Equal(ProofStanding.NotOnRecord, MetricProof.Of(claim, gap, CountryPacks.Find("CO")!, Today).Standing);
        Assert.Equal(ProofStanding.BorneOut, MetricProof.Of(claim, gap with { Statements = [.. gap.Statements, Cycle(Judged.Day(missing).Month)] }, CountryPacks.Find("CO")!, Today).Standing);
    }

    [Theory]
    [InlineData("2026-11-24", "Future")]
    [InlineData("2026-09-21", "Stale")] // 63 days
    [InlineData("2026-11-23", "BorneOut")]
    public void Days_past_due_are_counted_from_the_effective_due_date_on_the_day_that_is_named(string asOf, string standing)
    {
        // 2026-10-17 is a Saturday: effective on Monday 19
        var ledger = Ledger with
        {
            KnownUntil = Today,
            Installments = [new InstallmentLine(31, new CalendarDate(2026, 10, 17), new CalendarDate(2026, 10, 19), null, 100m, 0m, null)],
        };
        var claim = new MetricClaim(RiskMetric.DaysPastDue, 35m, 30m, null, Judged.Day(asOf));

        Assert.Equal(standing, MetricProof.Of(claim, ledger, CountryPacks.Find("CO")!, Today).Standing.ToString());
    }

    [Fact]
    public void A_risk_that_the_ledger_bears_out_need_not_wait_but_is_told_no_later_than_the_cut()
    {
        var claim = new MetricClaim(RiskMetric.Utilisation, 93.67m, 90m, 3, new CalendarDate(2026, 10, 25));
        var change = Cut(LimitChangeReason.Risk, Today) with { Claim = claim, ReasonText = "La utilización de su línea llegó a 94 %." };

        Assert.Equal(Decision.Stopped, Judge(change).Decision);
        Assert.Equal(Decision.Allowed, Judge(change with { Notice = new LimitNotice(Today, true) }).Decision);
        Assert.Equal(Decision.Stopped, Judge(change with { Notice = new LimitNotice(Today, true), ReasonText = "Por su perfil." }).Decision);
        Assert.Equal(Decision.Stopped, Judge(change with { Notice = new LimitNotice(Today, true), Claim = claim with { Stated = 99m } }).Decision);
    }

    [Fact]
    public void What_the_customer_asked_for_himself_need_not_wait()
    {
        var change = Cut(LimitChangeReason.CustomerRequest, Today) with { Notice = new LimitNotice(Today, false) { CustomerSpoke = true, IsNotice = false } };

        Assert.Equal(Decision.Allowed, Judge(change).Decision);
        Assert.Equal(Decision.Stopped, Judge(change with { Notice = null }).Decision);
    }

    [Theory]
    [InlineData("none", false, "silence")]
    [InlineData("given", true, "agreed")]
    [InlineData("used", false, "another increase")]
    [InlineData("undated", false, "no date")]
    [InlineData("ended", false, "no longer holds")]
    [InlineData("kind", false, "something else")]
    [InlineData("other", false, "no party")]
    public void An_increase_needs_a_consent_of_its_own(string which, bool allowed, string words)
    {
        var given = new LimitConsent(true, Today);
        var change = new LimitChange(1000m, 2000m, LimitChangeReason.Offer, Today, Today)
        {
            Consent = which switch
            {
                "none" => null,
                "used" => given with { Used = true },
                "undated" => given with { SignedOn = null },
                "ended" => given with { Holds = false },
                "kind" => given with { IsForIncrease = false },
                "other" => given with { Concerns = false },
                _ => given,
            },
        };

        var judgement = Judge(change);

        Assert.Equal(allowed, judgement.Allowed);
        Assert.Contains(words, LimitTexts.Explain(judgement, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fraud", true)]
    [InlineData("Lost", true)]
    [InlineData("Abroad", false)]
    [InlineData("Arrears", false)]
    [InlineData("Amount", false)]
    public void A_block_without_further_grounds_is_for_fraud_and_loss_alone(string reason, bool allowed) =>
        Assert.Equal(allowed, CardBlockCourtesy.Judge(new CardBlockWish(Enum.Parse<BlockReason>(reason), Today, Today), Ledger, CountryPacks.Find("CO")!, HousePolicy.LawEnforced).Allowed);

    [Theory]
    [InlineData("2026-10-25", 410, true, "")]
    [InlineData("2026-11-23", 410, false, "25 November 2026")] // the cycle is still open
    [InlineData("2026-10-25", 900, false, "410")]
    public void A_block_for_an_amount_waits_for_the_statement_and_for_the_truth(string asOf, int stated, bool allowed, string words)
    {
        var block = new CardBlockWish(BlockReason.Amount, Today, Today) { Claim = new MetricClaim(RiskMetric.AverageSpending, stated, 400m, 3, Judged.Day(asOf)) };

        var judgement = CardBlockCourtesy.Judge(block, Ledger, CountryPacks.Find("CO")!, HousePolicy.LawEnforced);

        Assert.Equal(allowed, judgement.Allowed);
        Assert.Contains(words, LimitTexts.Explain(judgement, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(100, 0, false)] // on its way, disputed, promised or the bank's own doing
    [InlineData(0, 0, false)]
    public void A_block_for_arrears_needs_arrears_that_may_be_demanded(int overdue, int demandable, bool allowed)
    {
        var ledger = Ledger with { Overdue = new OverdueFigures(overdue, demandable, 10) };

        Assert.Equal(allowed, CardBlockCourtesy.Judge(new CardBlockWish(BlockReason.Arrears, Today, Today), ledger, CountryPacks.Find("CO")!, HousePolicy.LawEnforced).Allowed);
    }

    [Theory]
    [InlineData("2026-02-10", "2026-02-28")]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-11-30", "2026-11-30")]
    public void A_closing_day_that_a_month_lacks_is_its_last(string from, string close) =>
        Assert.Equal(Judged.Day(close), (Ledger with { ClosingDay = 31 }).CloseOnOrAfter(Judged.Day(from)));

    [Fact]
    public void A_rule_that_is_off_is_not_heard_and_one_that_observes_refuses_nothing()
    {
        var change = Cut(LimitChangeReason.Other, Today);
        HousePolicy Policy(RuleMode mode) => HousePolicy.Of(RuleMode.Enforce, [new PolicyRow("CO", RuleIds.LimitNotice, "", mode, null, null)], "CO", Today);

        Assert.True(LimitChangeCourtesy.Judge(change, Ledger, CountryPacks.Find("CO")!, Policy(RuleMode.Off)).Allowed);
        Assert.False(LimitChangeCourtesy.Judge(change, Ledger, CountryPacks.Find("CO")!, Policy(RuleMode.Observe)).Enforced);
        Assert.True(Judge(change).Enforced);
    }

    [Fact]
    public void The_evidence_names_each_statement_it_rests_on()
    {
        var claim = new MetricClaim(RiskMetric.AverageSpending, 900m, 800m, 3, new CalendarDate(2026, 10, 25));
        var judgement = Judge(Cut(LimitChangeReason.Risk, Today) with { Claim = claim });

        var evidence = LimitTexts.Evidence(judgement, Today, Language.Spanish);

        Assert.All(["25 de agosto de 2026", "25 de septiembre de 2026", "25 de octubre de 2026", "410 COP", "900 COP", "800 COP"], part => Assert.Contains(part, evidence, StringComparison.Ordinal));
    }

    private static LimitChange Cut(LimitChangeReason reason, CalendarDate on) => new(1000m, 500m, reason, on, Today);

    private static LimitJudgement Judge(LimitChange change, string country = "CO") =>
        LimitChangeCourtesy.Judge(change, Ledger, CountryPacks.Find(country)!, HousePolicy.LawEnforced);
}
