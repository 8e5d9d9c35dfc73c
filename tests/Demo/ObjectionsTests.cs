using System.Linq;
using Crm.Extensions.Cli.Demo;
using Xunit;

namespace Crm.Extensions.Tests.Demo;

public sealed class ObjectionsTests
{
    [Theory]
    [InlineData(1033, "It is late for the customer (house policy). It may be made tomorrow.", nameof(Wrong.Rude))]
    [InlineData(3082, "Es tarde para el cliente (política de la casa). Puede hacerse mañana.", nameof(Wrong.Rude))]
    [InlineData(1033, "It is late (Friday 20 November, 21:00) for the customer (Ley 2300 de 2023, art. 3). It may be made tomorrow.", nameof(Wrong.Unlawful))]
    public void The_source_of_a_sentence_tells_law_from_house_policy(int lcid, string explanation, string wrong) =>
        Assert.Equal([("permitted-hours", wrong)], Read(lcid, "permitted-hours", explanation));

    [Fact]
    public void Each_rule_has_its_own_sentence() => Assert.Equal(
        [("permitted-hours", "Rude"), ("daily-cap", "Unlawful"), ("nothing-overdue", "Untrue")],
        Read(1033, "permitted-hours,daily-cap,nothing-overdue", "Too late (house policy). Once a day (Ley 2300 de 2023, art. 3). Nothing is overdue (house policy). It may be made tomorrow."));

    private static (string Rule, string Wrong)[] Read(int lcid, string rules, string explanation) =>
        [.. new Objections(lcid).Read(rules, explanation).Select(one => (one.Rule, one.Wrong.ToString()))];
}
