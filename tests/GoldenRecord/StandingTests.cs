using System.Linq;
using Crm.Extensions.CustomerView.GoldenRecord;
using Xunit;

namespace Crm.Extensions.Tests.GoldenRecord;

/// <summary>How late a customer is, and what forbids dealing with him as with others.</summary>
public class StandingTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("", "Current", "Current")]
    [InlineData("0", null, "Current")]
    [InlineData("0,1", null, "Days1To30")]
    [InlineData("30", null, "Days1To30")]
    [InlineData("31,5", null, "Days31To60")]
    [InlineData("60", null, "Days31To60")]
    [InlineData("61", null, "Days61To90")]
    [InlineData("90", null, "Days61To90")]
    [InlineData("91", "Cured", "Over90")]
    [InlineData("0", "Over90", "Cured")]
    [InlineData("", "Days1To30", "Cured")]
    [InlineData("0", "Cured", "Cured")]
    public void The_worst_obligation_decides_and_who_was_late_is_cured(string days, string? before, string? expected) => Assert.Equal(
        expected,
        Delinquencies.Of([.. days.Split(',').Where(text => text.Length > 0).Select(int.Parse)], before is null ? null : System.Enum.Parse<Delinquency>(before))?.ToString());

    [Theory]
    [InlineData("", null, null)]
    [InlineData("0", null, "deceased")]
    [InlineData("3,1,3", null, "insolvency, hardship")]
    [InlineData("", "insolvency, hardship", null)]
    [InlineData("0", "Ask the branch first", "Ask the branch first")]
    public void Holds_restrict_and_what_a_person_wrote_stays(string kinds, string? before, string? expected) =>
        Assert.Equal(expected, Restrictions.Of(kinds.Split(',').Where(text => text.Length > 0).Select(int.Parse), before));
}
