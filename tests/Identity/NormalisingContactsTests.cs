using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>E-mail addresses, phones, birth dates and addresses.</summary>
public class NormalisingContactsTests
{
    [Theory]
    [InlineData("Juan.Perez+boletin@GoogleMail.com", "juanperez@gmail.com")]
    [InlineData("JUAN.PEREZ@empresa.com.mx", "juan.perez@empresa.com.mx")]
    [InlineData("juan+crm@empresa.mx", "juan+crm@empresa.mx")]
    [InlineData("\"Pérez, Juan\" <juan@empresa.mx>", "juan@empresa.mx")]
    [InlineData("mailto:juan@empresa.mx", "juan@empresa.mx")]
    [InlineData("a@b.mx; c@d.mx, A@B.MX", "a@b.mx c@d.mx")]
    public void A_mailbox_has_one_address(string written, string expected)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { Email = written });

        Assert.Equal(expected, string.Join(" ", record.Emails));
        Assert.Empty(record.Marks);
    }

    [Theory]
    [InlineData("no tiene")]
    [InlineData("juan@")]
    [InlineData("juan@empresa")]
    [InlineData("juan..perez@empresa.mx")]
    [InlineData("juan@@empresa.mx")]
    [InlineData("juan@-empresa.mx")]
    public void What_is_no_address_is_marked(string written)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { Email = written });

        Assert.Empty(record.Emails);
        Assert.Equal([Mark.EmailInvalid], record.Marks);
    }

    [Theory]
    [InlineData("MX", "01 55 1234 5670", "+525512345670")]
    [InlineData("MX", "044 55 1234 5670", "+525512345670")]
    [InlineData("MX", "045 55 1234 5670", "+525512345670")]
    [InlineData("MX", "+52 1 55 1234 5670", "+525512345670")]
    [InlineData("MX", "(55) 1234-5670 ext. 22", "+525512345670")]
    [InlineData("US", "+52 55 1234 5670", "+525512345670")]
    [InlineData("CO", "(1) 345 6711", "+576013456711")]
    [InlineData("CO", "601 345 6711", "+576013456711")]
    [InlineData("CO", "+57 300 123 4567", "+573001234567")]
    [InlineData("CO", "03 300 123 4567", "+573001234567")]
    [InlineData("AR", "+54 9 11 2345-6789", "+541123456789")]
    [InlineData("AR", "011 15-2345-6789", "+541123456789")]
    [InlineData("AR", "0351 15 456-7890", "+543514567890")]
    [InlineData("AR", "02944 15-412345", "+542944412345")]
    [InlineData("CL", "09 8765 4321", "+56987654321")]
    [InlineData("CL", "2 2345 6711", "+56223456711")]
    [InlineData("PE", "01 345 6711", "+5113456711")]
    [InlineData("PE", "987 654 320", "+51987654320")]
    [InlineData("EC", "0991234567", "+593991234567")]
    [InlineData("EC", "02 234 5671", "+59322345671")]
    [InlineData("VE", "0414-1234567", "+584141234567")]
    [InlineData("BR", "(11) 8765-4321", "+5511987654321")]
    [InlineData("BR", "0 21 11 98765-4321", "+5511987654321")]
    [InlineData("US", "1 (212) 555-0187 x12", "+12125550187")]
    [InlineData("CA", "416-555-0187", "+14165550187")]
    [InlineData("GB", "+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("GB", "020 7946 0958", "+442079460958")]
    [InlineData("ES", "0034 912 345 678", "+34912345678")]
    [InlineData("ES", "912345678 / 600123456", "+34912345678 +34600123456")]
    [InlineData("ES", "34 912 345 678", "+34912345678")]
    [InlineData("", "02 9876 5431", "298765431")]
    public void A_phone_is_dialled_as_today_from_abroad(string country, string written, string expected) =>
        Assert.Equal(expected, string.Join(" ", NormalisingNamesTests.Normalise(new IdentityRecord { Phone = written }, country).Phones));

    [Theory]
    [InlineData("MX", "no tiene", Mark.PhoneInvalid)]
    [InlineData("MX", "1234-5670", Mark.PhoneIncomplete)]
    [InlineData("CO", "345 6711", Mark.PhoneIncomplete)]
    [InlineData("MX", "0000000000", Mark.PhoneGeneric)]
    [InlineData("MX", "1234567890", Mark.PhoneGeneric)]
    [InlineData("ES", "112345678", Mark.PhoneInvalid)]
    [InlineData("US", "+1 012 555 0187", Mark.PhoneInvalid)]
    public void What_is_no_number_is_marked(string country, string written, string mark)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { Phone = written }, country);

        Assert.Empty(record.Phones);
        Assert.Equal([mark], record.Marks);
    }

    [Theory]
    [InlineData("MX", "1980-03-12")]
    [InlineData("MX", "19800312")]
    [InlineData("MX", "12031980")]
    [InlineData("MX", "12/03/1980")]
    [InlineData("US", "03/12/1980")]
    [InlineData("CO", "12.3.80")]
    [InlineData("MX", "12 de marzo de 1980")]
    [InlineData("MX", "12 DE MARZO DEL 1980")]
    [InlineData("US", "March 12, 1980")]
    [InlineData("ES", "12-mar-80")]
    [InlineData("MX", "1980-03-12T00:00:00Z")]
    [InlineData("MX", "12/03/1980 00:00")]
    public void A_birth_date_is_read_in_many_shapes(string country, string written) =>
        Assert.Equal("1980-03-12", NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", BirthDate = written }, country).BirthDate.ToString());

    [Theory]
    [InlineData("2090-01-01", Mark.BirthDateFuture)]
    [InlineData("2026-11-23", Mark.BirthDateFuture)]
    [InlineData("1900-01-01", Mark.BirthDateImplausible)]
    [InlineData("1980-02-30", Mark.BirthDateInvalid)]
    [InlineData("19501340", Mark.BirthDateInvalid)]
    [InlineData("ayer", Mark.BirthDateInvalid)]
    [InlineData("1980", Mark.BirthDateInvalid)]
    public void A_day_on_which_nobody_was_born_is_marked_and_no_evidence(string written, string mark)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", BirthDate = written });

        Assert.Null(record.BirthDate);
        Assert.Equal([mark], record.Marks);
    }

    [Fact]
    public void A_birth_date_of_nobody_alive_is_marked_but_still_tells_apart_the_dead()
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", BirthDate = "1879-12-31" });

        Assert.Equal("1879-12-31", record.BirthDate.ToString());
        Assert.Equal([Mark.BirthDateImplausible], record.Marks);
    }

    [Theory]
    [InlineData("30", 1930)]
    [InlineData("26", 2026)]
    [InlineData("27", 1927)]
    public void Two_digits_of_a_year_are_of_the_last_hundred_years(string year, int expected) =>
        Assert.Equal(expected, NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", BirthDate = "01/02/" + year }).BirthDate!.Value.Year);

    [Theory]
    [InlineData("Av. Paseo de la Reforma 222, Col. Juárez", "av paseo reforma", "222", "juarez")]
    [InlineData("Avenida Paseo de la Reforma No. 222 Int. 5", "av paseo reforma", "222", null)]
    [InlineData("Calle 72 # 10-34 Apto 502", "cl 72", "10-34", null)]
    [InlineData("Cl 72 No. 10 - 34", "cl 72", "10-34", null)]
    [InlineData("Kra 7 # 71-21 Torre B", "cra 7", "71-21", null)]
    [InlineData("C/ Mayor, 5, 3º B", "cl mayor", "5", null)]
    [InlineData("Calle Mayor 5", "cl mayor", "5", null)]
    [InlineData("12 Main Street Apt 4", "main st", "12", null)]
    [InlineData("16 de Septiembre 45", "16 septiembre", "45", null)]
    [InlineData("Calle 5 de Mayo #45", "cl 5 mayo", "45", null)]
    [InlineData("Rua das Flores, 123 Bairro Centro", "rua flores", "123", "centro")]
    [InlineData("Calle 72", "cl 72", null, null)]
    public void A_street_is_told_from_its_number_and_quarter(string written, string street, string? number, string? district)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", Street = written });

        Assert.Equal(street, string.Join(" ", record.Street));
        Assert.Equal(number, record.StreetNumber);
        Assert.Equal(district, record.District);
    }

    [Theory]
    [InlineData("CDMX", "México, D.F.")]
    [InlineData("Bogotá D.C.", "bogota")]
    [InlineData("Sta. Marta", "Santa Marta")]
    public void A_town_has_one_name(string one, string other) => Assert.Equal(
        NormalisingNamesTests.Normalise(new IdentityRecord { City = one }).City,
        NormalisingNamesTests.Normalise(new IdentityRecord { City = other }).City);

    [Theory]
    [InlineData("México", "MX")]
    [InlineData("mex", "MX")]
    [InlineData("Estados Unidos", "US")]
    [InlineData("uk", "GB")]
    [InlineData("Atlantis", "CO")]
    [InlineData(null, "CO")]
    public void A_country_is_a_code_or_a_name_or_the_tenants(string? written, string expected) =>
        Assert.Equal(expected, NormalisingNamesTests.Normalise(new IdentityRecord { FullName = "Ana", Country = written }, "CO").Country);
}
