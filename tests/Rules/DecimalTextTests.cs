using System.Globalization;
using Crm.Extensions.Shared;
using FsCheck.Xunit;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Decimals as files have them.</summary>
public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", "0", "0.00")]
    [InlineData("0.5", "0.5", "0.50")]
    [InlineData("-0.005", "-0.005", "-0.01")]
    [InlineData("-0.0000001", "0", "0.00")]
    [InlineData("0.9999995", "1", "1.00")]
    [InlineData("1234567.10", "1234567.1", "1234567.10")]
    [InlineData("-100", "-100", "-100.00")]
    [InlineData("0.00001", "0.00001", "0.00")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", "79228162514264337593543950335.00")]
    public void A_figure_says_what_it_must_and_money_has_two_decimals(string value, string figure, string money)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);

        Assert.Equal(figure, DecimalText.Figure(number));
        Assert.Equal(money, DecimalText.Money(number));
    }

    [Property]
    public void Both_say_what_the_formats_of_the_framework_say(int units, byte places, short more)
    {
        var number = (units + ((decimal)more / 65536)) / Power(places % 9);

        Assert.Equal(Unsigned(number.ToString("0.######", CultureInfo.InvariantCulture)), DecimalText.Figure(number));
        Assert.Equal(Unsigned(number.ToString("0.00", CultureInfo.InvariantCulture)), DecimalText.Money(number));
    }

    // frameworks differ on whether what rounds to nothing keeps its sign
    private static string Unsigned(string text) => decimal.Parse(text, CultureInfo.InvariantCulture) == 0 ? text.TrimStart('-') : text;

    private static decimal Power(int places)
    {
        var power = 1m;
        for (var place = 0; place < places; place++) power *= 10;
        return power;
    }
}
