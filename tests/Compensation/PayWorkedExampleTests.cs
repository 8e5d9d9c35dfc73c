using System;
using System.Linq;
using System.Text;
using Crm.Extensions.Compensation.Pay;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>Figures worked out by hand in docs/compensation.md, "A worked example".</summary>
public class PayWorkedExampleTests
{
    [Fact]
    public void Ana_loses_nothing_by_the_companys_limit_cut_and_earns_6869_52()
    {
        var statement = StatementCalculation.Calculate(PayExample.Ana);

        Assert.Equal("development 0; 0; 0.00 | recognition 0.8; 0.8; 800.00 | retention 0.951291; 1.008607; 4034.43 | satisfaction 0.905263; 1.017543; 2035.09", Told(statement));
        Assert.Equal("C01 2180.53 | C02 1147.65 | C03 229.53 | C04 476.72", Lines(statement, PayLineKind.Component, "retention"));
        var neutral = Assert.Single(statement.Lines, line => line.Kind == PayLineKind.Neutral);
        Assert.Equal((0m, "C03", "crmx_limitchange 17"), (neutral.Amount, neutral.CustomerId, neutral.Evidence));
        Assert.Equal(6_869.52m, statement.Payable);
    }

    [Fact]
    public void Betos_ceiling_comes_before_his_gate_and_a_quarter_of_development_is_kept()
    {
        var statement = StatementCalculation.Calculate(PayExample.Beto);

        Assert.Equal("development 1.115385; 1.115385; 4182.69 | recognition 1; 1; 1250.00 | retention 1; 1.333333; 6666.67 | satisfaction 0; 0; 0.00", Told(statement));
        Assert.Equal(-99.36m, statement.Sum(PayLineKind.Cap));
        Assert.Equal(-1_200.00m, statement.Sum(PayLineKind.Gate));
        Assert.Equal((10_800.00m, 933.38m, 9_866.62m), (statement.Gross, statement.HeldBack, statement.Payable));
        Assert.Equal("C04 634.61 | C05 375.00 | C06 3000.00 | C07 173.08", Lines(statement, PayLineKind.Component, "development"));
        Assert.Equal("C04 -141.62 | C05 -83.68 | C06 -669.46 | C07 -38.62", Lines(statement, PayLineKind.HoldBack, "development"));
        Assert.All(statement.Closing.HeldBack, held => Assert.Equal(PayExample.Day("2027-01-01"), held.VestsOn));
    }

    [Fact]
    public void Carla_was_away_for_13_of_26_weeks_so_her_goals_are_halved()
    {
        var statement = StatementCalculation.Calculate(PayExample.Carla);

        Assert.Equal("development 0.707692; 0.707692; 1061.54 | recognition 1; 1; 500.00 | retention 0.990691; 1.271273; 2542.55 | satisfaction 0.913208; 1.044027; 1044.03", Told(statement));
        Assert.Equal((500m, 5m), (Of(statement, "development").Goal, Of(statement, "recognition").Goal));
        Assert.Equal((5_148.12m, 265.39m, 4_882.73m), (statement.Gross, statement.HeldBack, statement.Payable));
    }

    [Fact]
    public void Diego_gives_back_only_what_Mexico_lets_be_netted_and_carries_the_rest()
    {
        var statement = StatementCalculation.Calculate(PayExample.Diego);

        Assert.Equal("development 0.5; 0.5; 1500.00 | recognition 0.4; 0.4; 400.00 | retention 0.989099; 1.26066; 5042.64 | satisfaction 0.884906; 0.949687; 1899.37", Told(statement));
        Assert.Equal((8_842.01m, 375.00m), (statement.Gross, statement.HeldBack));
        Assert.Equal((-3_000.00m, 459.90m), (statement.Sum(PayLineKind.Adjustment), statement.Sum(PayLineKind.Clawback)));
        Assert.Equal((5_926.91m, 459.90m), (statement.Payable, statement.Carried));
        Assert.Equal(statement.Payable, statement.Lines.Sum(line => line.Amount));
    }

    [Fact]
    public void The_same_facts_in_another_order_make_the_same_bytes_and_three_sentences_in_both_languages()
    {
        var one = StatementCalculation.Calculate(PayExample.Beto);
        var other = StatementCalculation.Calculate(PayExample.Beto with { Customers = [.. PayExample.Beto.Customers.Reverse()], Surveys = [.. PayExample.Beto.Surveys.Reverse()], Recognitions = [.. PayExample.Beto.Recognitions.Reverse()] });

        Assert.Equal(Encoding.UTF8.GetString(StatementBytes.Write(one)), Encoding.UTF8.GetString(StatementBytes.Write(other)));
        Assert.Equal(3, one.Sentences(Extensions.Platform.Language.English).Count);
        Assert.StartsWith("For 2026-S1, 9,866.62 USD are paid; the period earned 10,800.00", one.Sentences(Extensions.Platform.Language.English)[0], StringComparison.Ordinal);
        Assert.StartsWith("Por 2026-S1 se pagan 9,866.62 USD", one.Sentences(Extensions.Platform.Language.Spanish)[0], StringComparison.Ordinal);
        Assert.Equal("C05", one.FiveCustomers[0].CustomerId);
        Assert.Contains("find out what they need", PayTexts.Of(one.FiveCustomers[0], "USD", Extensions.Platform.Language.English), StringComparison.Ordinal);
    }

    private static ComponentResult Of(PayStatement statement, string id) => statement.Components.Single(result => result.Component.Id == id);

    private static string Told(PayStatement statement) => string.Join(" | ", statement.Components.Select(result =>
        System.FormattableString.Invariant($"{result.Component.Id} {(result.IsMeasured ? result.Attainment : 0):0.######}; {result.PayoutShare:0.######}; {result.Amount:0.00}")));

    private static string Lines(PayStatement statement, PayLineKind kind, string component) => string.Join(" | ", statement.Lines
        .Where(line => line.Kind == kind && line.ComponentId == component).Select(line => System.FormattableString.Invariant($"{line.CustomerId} {line.Amount:0.00}")));
}
