using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Wording;

/// <summary>The texts that ship, rendered for every form of address, country and language.</summary>
public class TemplateTests
{
    private static readonly string[] Countries = ["CO", "MX", "ES", "CL", "PE", "BR", "AR", "EC", "VE", "US", "GB", ""];

    public static TheoryData<string, int, int, string> EveryText()
    {
        var all = new TheoryData<string, int, int, string>();
        foreach (var language in Enum.GetValues<Language>())
            foreach (var text in TemplateBook.Texts(language))
                foreach (var form in Enum.GetValues<AddressForm>())
                    foreach (var country in Countries) all.Add(text.Id, (int)language, (int)form, country);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public void Every_text_is_written_without_leftovers_and_needs_no_advice(string id, int language, int form, string country)
    {
        var text = TemplateBook.Texts((Language)language).Single(other => other.Id == id);
        var written = Write(text, (Language)language, (AddressForm)form, country);
        Assert.DoesNotContain(written.Subject + written.Body, letter => letter is '{' or '}' or '[' or ']');
        Assert.Empty(TextCheck.Advise(written.Subject, written.Body, text.Purpose, Channel.Email, country, "Banco Andino")
            .Where(_ => text.Occasion != Occasion.Machine).Select(advice => advice.Rule.Id));
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void The_machine_hears_a_name_and_a_number_and_no_debt(int language)
    {
        foreach (var text in TemplateBook.Texts((Language)language).Where(text => text.Occasion == Occasion.Machine))
        {
            var written = Write(text, (Language)language, AddressForm.Usted, "CO");
            Assert.Contains("601 555 0100", written.Body, StringComparison.Ordinal);
            Assert.False(TextCheck.DisclosesDebt(written.Subject + written.Body, null));
        }
    }

    [Fact]
    public void A_moved_debit_is_announced_with_both_days()
    {
        var text = TemplateBook.Texts(Language.Spanish).Single(other => other.Occasion == Occasion.MovedDebit);
        Assert.Contains(
            "El sábado 17 de octubre de 2026 es día inhábil. Por eso tu mensualidad de Crédito de auto …1234, por MXN 3,500.40, se cargará mediante domiciliación el lunes 19 de octubre de 2026. El pago contará a tiempo",
            Write(text, Language.Spanish, AddressForm.Tu, "MX").Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(9, 3)]
    public void No_text_above_the_dunning_level_is_chosen(int level, int chosen) =>
        Assert.Equal(chosen, TemplateChoice.Choose(Wanted(level, "CO", AddressForm.Usted), level < 4 ? [Row("stern", 4)] : [])!.Level);

    [Fact]
    public void The_most_specific_row_goes_before_others_and_before_what_ships()
    {
        var any = Row("any", null);
        var country = Row("country", null) with { Country = "CO" };
        var form = country with { Id = "form", Form = AddressForm.Tu };
        Assert.Equal("any", TemplateChoice.Choose(Wanted(1, "PE", AddressForm.Tu), [any, country, form])!.Id);
        Assert.Equal("country", TemplateChoice.Choose(Wanted(1, "CO", AddressForm.Usted), [any, country, form])!.Id);
        Assert.Equal("form", TemplateChoice.Choose(Wanted(1, "CO", AddressForm.Tu), [any, country, form])!.Id);
    }

    [Theory]
    [InlineData(0, "Buen día, Ana Rojas:")]
    [InlineData(1, "Hola, Ana:")]
    [InlineData(2, "Hola, Ana:")]
    [InlineData(3, "Buen día, Sra. Rojas:")]
    public void People_are_greeted_as_they_wish(int form, string greeting) =>
        Assert.Equal(greeting, new Addressing("Ana Rojas", "", "Sra.", IsFirm: false, (AddressForm)form).Greeting(Language.Spanish));

    [Theory]
    [InlineData("CO", "COP", 350000, "COP 350.000")]
    [InlineData("MX", "MXN", 3500.4, "MXN 3,500.40")]
    [InlineData("ES", "EUR", 350, "350,00 EUR")]
    public void Amounts_are_written_as_in_the_country(string country, string currency, double amount, string written) =>
        Assert.Equal(written, new CustomerFormat(Language.Spanish, country).Amount((decimal)amount, currency));

    [Fact]
    public void An_unknown_token_and_a_missing_value_are_named()
    {
        var values = new Dictionary<string, string?> { ["amount"] = null };
        Assert.False(Assert.Throws<TokenException>(() => TemplateText.Render("{amuont}", values, "CO")).IsKnown);
        Assert.True(Assert.Throws<TokenException>(() => TemplateText.Render("{amount}", values, "CO")).IsKnown);
        Assert.Equal("a", TemplateText.Render("a[[ {amount}]][[MX: b]]", values, "CO"));
    }

    private static TextTemplate Row(string id, int? level) =>
        new(id, Occasion.Plain, Purpose.Collection, level, null, null, null, 3082, "s", "b") { IsRow = true };

    private static TextWanted Wanted(int level, string country, AddressForm form) => new(Occasion.Plain, Purpose.Collection, level, Channel.Email, form, country, 3082);

    private static WrittenContact Write(TextTemplate text, Language language, AddressForm form, string country)
    {
        var format = new CustomerFormat(language, country);
        var values = ContactWording.Tokens.ToDictionary(token => token, _ => format.Day(new CalendarDate(2026, 10, 19)), StringComparer.Ordinal);
        values["dueDate"] = format.Day(new CalendarDate(2026, 10, 17));
        values["house"] = "Banco Andino";
        values["agent"] = "Laura Pérez";
        values["callback"] = "601 555 0100";
        values["obligation"] = "Crédito de auto …1234";
        values["amount"] = format.Amount(3500.4m, "MXN");
        values["reason"] = "Una sola.";
        values["wrong"] = "le llamamos de noche.";
        return ContactWording.Write(
            new TextWanted(text.Occasion, text.Purpose, text.Level ?? 0, Channel.Email, form, country, (int)language),
            new Addressing("Ana Rojas", "", "", IsFirm: false, form), values, [])!;
    }
}
