using Crm.Extensions.Collections.Wording;
using Xunit;

namespace Crm.Extensions.Tests.Wording;

/// <summary>Whether somebody who is not the customer learns of a debt from a text.</summary>
public class DisclosureTests
{
    [Theory]
    [InlineData("Le llama Laura Pérez de Banco Andino. Por favor, devuélvame la llamada al 601 555 0100.")]
    [InlineData("This is Laura Pérez. Please call me back on +57 601 555 0100. Thank you.")]
    [InlineData("Lo llamo del Banco de Crédito; mi número es 601 555 0100.")]
    [InlineData("Sin embargo, puede llamarme cuando quiera.")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_and_a_number_tell_of_no_debt(string? text) => Assert.False(TextCheck.DisclosesDebt(text, "CO"));

    [Theory]
    [InlineData("Su cuota está vencida.", "CO")]
    [InlineData("Tiene un ATRASO en su tarjeta", "MX")]
    [InlineData("Dígale que adeuda tres mensualidades", "PE")]
    [InlineData("Es por la hipoteca", "ES")]
    [InlineData("Your loan is past due", "US")]
    [InlineData("This is about your payment.", "GB")]
    [InlineData("Sua parcela está em aberto: boleto", "BR")]
    [InlineData("Lo van a reportar a Dicom", "CL")]
    [InlineData("Lo van a reportar a Dicom", null)]
    [InlineData("<p>Su&nbsp;pr&eacute;stamo</p>", "CO")]
    public void Words_of_debt_are_found_in_the_words_of_the_country(string text, string? country) => Assert.True(TextCheck.DisclosesDebt(text, country));

    [Fact]
    public void Words_of_another_country_do_not_count_where_the_country_is_known() => Assert.False(TextCheck.DisclosesDebt("Dicom", "MX"));

    [Fact]
    public void A_third_party_reads_what_is_quoted_too() =>
        Assert.True(TextCheck.DisclosesDebt("Por favor, llámeme.\n\nEl lun, 16 nov 2026, Ana escribió:\n> ¿Cuánto debo de mi préstamo?", "CO"));
}
