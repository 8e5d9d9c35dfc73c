using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Crm.Extensions.Cli.Unify;

/// <summary>The fields of a record as <c>map.json</c> names them, in lower case.</summary>
internal enum IdentityField
{
    RecordId,
    FullName,
    GivenName,
    FamilyName,
    SecondFamilyName,
    BirthDate,
    Email,
    Phone,
    NationalId,
    Street,
    StreetNumber,
    City,
    State,
    Postcode,
    Country,
    Company,
}

/// <summary>Names of <see cref="IdentityField"/>: ours, and those by which a column is known without a map.</summary>
internal static class IdentityFields
{
    public static IReadOnlyList<IdentityField> All { get; } = Enum.GetValues<IdentityField>();

    // compared without case, spaces, dots, dashes and underscores
    private static readonly Dictionary<string, IdentityField> Guesses = Guessed(
        (IdentityField.RecordId, "recordid recid id uniqueid rowid key externalid externalkey customerid clientid idcliente codigo codigocliente"),
        (IdentityField.FullName, "fullname name nombrecompleto nombreyapellidos nombreyapellido contact contactname"),
        (IdentityField.GivenName, "givenname givennames firstname forename nombre nombres primernombre"),
        (IdentityField.FamilyName, "familyname lastname surname apellido apellidos primerapellido apellidopaterno paterno"),
        (IdentityField.SecondFamilyName, "secondfamilyname secondlastname secondsurname segundoapellido apellidomaterno materno"),
        (IdentityField.BirthDate, "birthdate dateofbirth dob birthday fechanacimiento fechadenacimiento nacimiento"),
        (IdentityField.Email, "email emailaddress emailaddress1 mail correo correoelectronico"),
        (IdentityField.Phone, "phone phonenumber telephone telephone1 mobile mobilephone telefono celular movil"),
        (IdentityField.NationalId, "nationalid governmentid socsecid ssn taxid curp rfc nit cedula cc dni nif nie rut ruc cuit cuil cpf cnpj rif documento identificacion"),
        (IdentityField.Street, "street streetaddress address address1 addressline1 direccion calle domicilio"),
        (IdentityField.StreetNumber, "streetnumber housenumber numero numeroexterior"),
        (IdentityField.City, "city town suburb ciudad municipio localidad poblacion"),
        (IdentityField.State, "state province region estado departamento provincia"),
        (IdentityField.Postcode, "postcode postalcode zip zipcode codigopostal cp"),
        (IdentityField.Country, "country countrycode pais"),
        (IdentityField.Company, "company companyname organisation organization empresa razonsocial compania"));

    /// <summary>As <c>map.json</c> writes it: lower case.</summary>
    public static string Name(IdentityField field) => string.Concat(field.ToString().Select(char.ToLowerInvariant));

    public static bool TryParse(string name, out IdentityField field) =>
        Enum.TryParse(name.Trim(), ignoreCase: true, out field) && Enum.IsDefined(field) && !int.TryParse(name, out _);

    /// <summary>The field that a column of this name obviously holds.</summary>
    public static bool TryGuess(string column, out IdentityField field) => Guesses.TryGetValue(Bare(column), out field);

    private static Dictionary<string, IdentityField> Guessed(params (IdentityField Field, string Names)[] fields)
    {
        var guesses = new Dictionary<string, IdentityField>(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, names) in fields)
        {
            foreach (var name in names.Split(' ')) guesses.Add(name, field);
        }

        return guesses;
    }

    private static string Bare(string column) => string.Concat(column.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit));
}
