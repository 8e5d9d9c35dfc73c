using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>
/// National ids and their check digits. The numbers are published: examples of the authorities, of their own registers, and of organisations that print
/// theirs on every invoice.
/// </summary>
public class NormalisingIdsTests
{
    [Theory]
    [InlineData("MX", "BOXW310820HNERXN09", "MX curp BOXW310820HNERXN09")] // Segob's example
    [InlineData("MX", "CURP: BOXW310820HNERXN09", "MX curp BOXW310820HNERXN09")]
    [InlineData("MX", "GODE-561231-GR8", "MX rfc GODE561231GR8")] // SAT's example
    [InlineData("MX", "RFC MAB9307148T4", "MX rfc MAB9307148T4")]
    [InlineData("CO", "890.903.938-8", "CO nit 890903938")] // Bancolombia
    [InlineData("CO", "8909039388", "CO nit 890903938")]
    [InlineData("CO", "NIT 890903938", "CO nit 890903938")]
    [InlineData("CO", "899.999.068-1", "CO nit 899999068")] // Ecopetrol
    [InlineData("CO", "C.C. 79.123.456", "CO cc 79123456")]
    [InlineData("CO", "1020304050", "CO cc 1020304050")]
    [InlineData("CO", "PPT 4820193", "CO ppt 4820193")]
    [InlineData("ES", "54362315-K", "ES dni 54362315K")]
    [InlineData("ES", "54362315", "ES dni 54362315K")]
    [InlineData("ES", "X-2482300-W", "ES nie X2482300W")]
    [InlineData("ES", "A58818501", "ES cif A58818501")]
    [InlineData("ES", "J99216582", "ES cif J99216582")]
    [InlineData("VE", "V-11470283-4", "VE cedula V11470283")]
    [InlineData("VE", "RIF: J-07013380-5", "VE rif J070133805")] // Banesco
    [InlineData("CL", "12.531.909-2", "CL rut 125319092")]
    [InlineData("CL", "76086428-5", "CL rut 760864285")]
    [InlineData("PE", "20512333797", "PE ruc 20512333797")]
    [InlineData("PE", "10117410-2", "PE dni 10117410")]
    [InlineData("PE", "10117410-G", "PE dni 10117410")]
    [InlineData("AR", "20-05536168-2", "AR dni 5536168")]
    [InlineData("AR", "30-50001091-2", "AR cuit 30500010912")] // Banco de la Nación Argentina
    [InlineData("BR", "390.533.447-05", "BR cpf 39053344705")]
    [InlineData("BR", "16.727.230/0001-97", "BR cnpj 16727230000197")]
    [InlineData("BR", "12.ABC.345/01DE-35", "BR cnpj 12ABC34501DE35")] // Receita Federal's example of a CNPJ with letters
    [InlineData("EC", "1714307103", "EC cedula 1714307103")]
    [InlineData("EC", "1792060346001", "EC ruc 1792060346001")]
    [InlineData("EC", "1760013210001", "EC ruc 1760013210001")] // SRI's own
    [InlineData("US", "123-45-6788", "US ssn 123456788")]
    [InlineData("", "9981914", "other 9981914")]
    [InlineData("AU", "9981914", "AU other 9981914")]
    [InlineData("AU", "GODE561231GR8", "MX rfc GODE561231GR8")]
    [InlineData("MX", "Pasaporte G12345678", "passport G12345678")]
    public void An_id_has_one_form_for_all_its_spellings(string country, string written, string expected) => Assert.Equal(expected, Assert.Single(Ids(written, country)).ToString());

    [Theory]
    [InlineData("MX", "BOXW310820HNERXN08")]
    [InlineData("MX", "GODE561231GR9")]
    [InlineData("CO", "890.903.938-7")]
    [InlineData("ES", "54362315A")]
    [InlineData("ES", "X2482300A")]
    [InlineData("ES", "A58818502")]
    [InlineData("VE", "J-07013380-4")]
    [InlineData("CL", "12.531.909-3")]
    [InlineData("PE", "20512333798")]
    [InlineData("PE", "10117410-3")]
    [InlineData("AR", "20-05536168-3")]
    [InlineData("BR", "390.533.447-06")]
    [InlineData("BR", "16.727.230/0001-98")]
    [InlineData("EC", "1714307104")]
    [InlineData("EC", "1792060347001")]
    [InlineData("US", "900-12-3456")]
    public void An_id_that_fails_its_check_is_kept_and_marked_and_no_evidence(string country, string written)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { NationalId = written }, country);

        var id = Assert.Single(record.NationalIds);
        Assert.Equal(Standing.Invalid, id.Standing);
        Assert.False(id.IsEvidence);
        Assert.False(id.IsExclusive);
        Assert.Equal([Mark.IdCheckDigit], record.Marks);
    }

    [Theory]
    [InlineData("MX", "XAXX010101000")]
    [InlineData("MX", "XEXX-010101-000")]
    [InlineData("CO", "222222222222")]
    [InlineData("CO", "1111111111")]
    [InlineData("EC", "9999999999999")]
    [InlineData("ES", "12345678Z")]
    [InlineData("ES", "00000000T")]
    [InlineData("VE", "V-00000000")]
    [InlineData("CL", "66.666.666-6")]
    [InlineData("PE", "00000000")]
    [InlineData("AR", "99999999")]
    [InlineData("BR", "111.111.111-11")]
    [InlineData("", "0000000")]
    public void An_id_that_many_share_never_links_anybody(string country, string written)
    {
        var id = Assert.Single(Ids(written, country));

        Assert.Equal(Standing.Generic, id.Standing);
        Assert.False(id.Agrees(Assert.Single(Ids(written, country))));
    }

    [Theory]
    [InlineData("ES", "54362315K", "NIF 54362315-K")]
    [InlineData("CO", "CC 79123456", "79.123.456-0")]
    [InlineData("AR", "DNI 5.536.168", "20-05536168-2")]
    [InlineData("EC", "1714307103", "1714307103001")]
    [InlineData("PE", "10117410", "10101174102")]
    [InlineData("VE", "V-11.470.283", "V114702834")]
    [InlineData("CO", "TI 1020304050", "CC 1.020.304.050")]
    public void A_person_in_business_has_one_id(string country, string asPerson, string asBusiness)
    {
        var person = Assert.Single(Ids(asPerson, country));

        Assert.True(person.Agrees(Assert.Single(Ids(asBusiness, country))));
    }

    [Theory]
    [InlineData("CO", "PPT 4820193", "CC 1020304050")]
    [InlineData("ES", "X2482300W", "54362315K")]
    [InlineData("MX", "BOXW310820HNERXN09", "GODE561231GR8")]
    [InlineData("VE", "E-84.123.456", "V-11.470.283")]
    [InlineData("AU", "9981914", "9981915")]
    public void A_replaced_id_or_one_of_an_unknown_scheme_is_no_conflict(string country, string before, string after) =>
        Assert.False(Assert.Single(Ids(before, country)).ConflictsWith(Assert.Single(Ids(after, country))));

    [Theory]
    [InlineData("CO", "CC 79123456", "CC 1020304050")]
    [InlineData("CL", "12.531.909-2", "76086428-5")]
    public void Two_valid_ids_of_one_kind_are_two_people(string country, string one, string other) =>
        Assert.True(Assert.Single(Ids(one, country)).ConflictsWith(Assert.Single(Ids(other, country))));

    [Fact]
    public void An_unfinished_rfc_is_marked_and_no_evidence()
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { NationalId = "GODE561231" });

        Assert.False(Assert.Single(record.NationalIds).IsEvidence);
        Assert.Equal([Mark.IdIncomplete], record.Marks);
    }

    [Fact]
    public void Several_ids_may_stand_in_one_column() =>
        Assert.Equal(["MX curp BOXW310820HNERXN09", "MX rfc GODE561231GR8"], System.Array.ConvertAll(Ids("BOXW310820HNERXN09; GODE561231GR8", "MX"), id => id.ToString()));

    [Theory]
    [InlineData("MX", "MAB9307148T4")]
    [InlineData("CO", "890.903.938-8")]
    [InlineData("ES", "A58818501")]
    [InlineData("AR", "30-50001091-2")]
    [InlineData("BR", "16.727.230/0001-97")]
    public void An_organisations_id_says_that_it_is_one(string country, string written) =>
        Assert.Equal(RecordKind.Organisation, NormalisingNamesTests.Normalise(new IdentityRecord { NationalId = written }, country).Kind);

    private static NationalId[] Ids(string written, string country) => NormalisingNamesTests.Normalise(new IdentityRecord { NationalId = written }, country).NationalIds;
}
