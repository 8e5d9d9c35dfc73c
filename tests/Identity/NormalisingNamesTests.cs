using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>Names of people and organisations, as people and systems here write them.</summary>
public class NormalisingNamesTests
{
    [Theory]
    [InlineData("MX", "García López, Ana", "ana", "garcia lopez")]
    [InlineData("MX", "GARCIA LOPEZ ANA MARIA", "ana maria", "garcia lopez")]
    [InlineData("MX", "Ana María García López", "ana maria", "garcia lopez")]
    [InlineData("MX", "Lic. José Luis Pérez", "jose luis", "perez")]
    [InlineData("CO", "Dra. Ana Muñoz", "ana", "munoz")]
    [InlineData("MX", "María del Carmen de la Cruz Ortega", "maria carmen", "cruz ortega")]
    [InlineData("MX", "María del Carmen Delacruz Ortega", "maria carmen", "cruz ortega")]
    [InlineData("MX", "Ramírez Santiago", "santiago", "ramirez")]
    [InlineData("MX", "Santiago Ramírez", "santiago", "ramirez")]
    [InlineData("MX", "Juan Carlos Santana", "juan carlos", "santana")]
    [InlineData("ES", "José Ortega y Gasset", "jose", "ortega gasset")]
    [InlineData("BR", "Maria da Silva e Souza", "maria", "silva souza")]
    [InlineData("BR", "João Estácio de Sá", "joao", "estacio sa")]
    [InlineData("US", "Mr. John van der Berg", "john", "berg")]
    [InlineData("US", "O'Brien, Mary", "mary", "obrien")]
    [InlineData("US", "Mary Jane Watson", "mary jane", "watson")]
    [InlineData("MX", "Zapata", "", "zapata")]
    [InlineData("MX", "Lupita", "lupita", "")]
    public void A_name_in_one_column_is_taken_apart(string country, string written, string given, string family)
    {
        var record = Normalise(new IdentityRecord { FullName = written }, country);

        Assert.Equal(given, string.Join(" ", record.GivenNames));
        Assert.Equal(family, string.Join(" ", record.FamilyNames));
        Assert.Equal(RecordKind.Person, record.Kind);
    }

    [Theory]
    [InlineData("Pepe", "jose")]
    [InlineData("Paco", "francisco")]
    [InlineData("Memo", "guillermo")]
    [InlineData("Lupe", "guadalupe")]
    [InlineData("Bob", "robert")]
    [InlineData("Ma. Fernanda", "maria fernanda")]
    [InlineData("Mª Carmen", "maria carmen")]
    [InlineData("Chema", "jose maria")]
    [InlineData("Zé", "jose")]
    [InlineData("Tião", "sebastian")]
    [InlineData("Beto", "alberto roberto humberto norberto gilberto adalberto heriberto rigoberto")]
    [InlineData("Ana", "ana")]
    public void A_pet_name_stands_for_the_name_or_for_each_it_may_mean(string given, string canonical) =>
        Assert.Equal(canonical, string.Join(" ", Normalise(new IdentityRecord { GivenName = given, FamilyName = "Peralta" }).CanonicalGivenNames));

    [Fact]
    public void What_a_pet_name_stands_for_stands_for_itself()
    {
        var names = DataFile.Lines("Hypocorisms.txt").Select(line => line[0]).Distinct();

        Assert.All(names, name => Assert.All(GivenNames.Meanings(name) ?? [], meaning => Assert.Contains(meaning, GivenNames.Meanings(meaning) ?? [meaning])));
    }

    [Theory]
    [InlineData("San Martín de la Vega", "Sanmartin Vega")]
    [InlineData("Muñoz", "MUNOZ")]
    [InlineData("De León", "Deleon")]
    [InlineData("García-López", "garcia lopez")]
    [InlineData("Van der Berg", "BERG")]
    public void Surnames_are_equal_however_they_are_spelt(string one, string other) => Assert.Equal(
        Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = one }).FamilyNames,
        Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = other }).FamilyNames);

    [Fact]
    public void Two_surnames_in_one_column_or_in_two_are_the_same() => Assert.Equal(
        Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = "García López" }).FamilyNames,
        Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = "García", SecondFamilyName = "López" }).FamilyNames);

    [Theory]
    [InlineData("John Smith Jr.", "jr")]
    [InlineData("Smith, John Jr", "jr")]
    [InlineData("Juan Pérez hijo", "jr")]
    [InlineData("John Smith III", "iii")]
    [InlineData("Sr. Juan Pérez", null)]
    public void What_tells_father_and_son_apart_is_kept(string written, string? suffix)
    {
        var record = Normalise(new IdentityRecord { FullName = written }, "US");

        Assert.Equal(suffix, record.Suffix);
        Assert.Single(record.FamilyNames);
    }

    [Theory]
    [InlineData("Comercializadora del Norte S.A. de C.V.", "comercializadora norte", "sadecv")]
    [InlineData("COMERCIALIZADORA DEL NORTE SA DE CV", "comercializadora norte", "sadecv")]
    [InlineData("Comercializadora del Norte, S. A. de C. V.", "comercializadora norte", "sadecv")]
    [InlineData("Abarrotes Lupita, S. de R.L. de C.V.", "abarrotes lupita", "sderldecv")]
    [InlineData("Inversiones Pérez y Cía. S.A.S.", "inversiones perez", "sas")]
    [InlineData("Construcciones Ibáñez, S.L.U.", "construcciones ibanez", "slu")]
    [InlineData("Panadería Sol E.I.R.L.", "panaderia sol", "eirl")]
    [InlineData("Zapata Hnos. Ltda.", "zapata hnos", "ltda")]
    [InlineData("Google LLC", "google", "llc")]
    [InlineData("Acme, Inc.", "acme", "inc")]
    [InlineData("Siemens GmbH", "siemens", "gmbh")]
    [InlineData("Quesos del Sur S.A.", "quesos sur", "sa")]
    public void An_organisation_is_told_from_a_person_and_from_its_form(string written, string name, string form)
    {
        var record = Normalise(new IdentityRecord { FullName = written });

        Assert.Equal(RecordKind.Organisation, record.Kind);
        Assert.Equal(name, record.Company);
        Assert.Equal(form, record.CompanyForm);
        Assert.Empty(record.GivenNames);
        Assert.Empty(record.FamilyNames);
    }

    [Fact]
    public void A_person_with_an_employer_stays_a_person()
    {
        var record = Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = "Ruiz", Company = "I.B.M. de México, S. de R.L." });

        Assert.Equal(RecordKind.Person, record.Kind);
        Assert.Equal("ibm mexico", record.Company);
    }

    internal static NormalRecord Normalise(IdentityRecord record, string country = "MX") => Normaliser.Normalise(record, country, new(2026, 11, 22));
}
