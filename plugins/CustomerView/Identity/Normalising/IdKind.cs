namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Kinds of national numbers; stored, so never renamed.</summary>
internal static class IdKind
{
    /// <summary>A scheme that is not known here: no check digit, equal is evidence, different is not yet a conflict.</summary>
    public const string Other = "other";

    public const string Passport = "passport";

    /// <summary>Mexico: population register.</summary>
    public const string Curp = "curp";

    /// <summary>Mexico: taxpayer, person (13) or company (12).</summary>
    public const string Rfc = "rfc";

    /// <summary>Colombia: citizen.</summary>
    public const string Cc = "cc";

    /// <summary>Colombia: organisation, without its check digit.</summary>
    public const string Nit = "nit";

    /// <summary>Colombia and Peru: foreign resident.</summary>
    public const string Ce = "ce";

    /// <summary>Colombia: minor, numbers from before they were kept for life.</summary>
    public const string Ti = "ti";

    /// <summary>Colombia: temporary protection.</summary>
    public const string Ppt = "ppt";

    /// <summary>Spain (with its letter), Peru, Argentina: citizen.</summary>
    public const string Dni = "dni";

    /// <summary>Spain: foreigner.</summary>
    public const string Nie = "nie";

    /// <summary>Spain: organisation.</summary>
    public const string Cif = "cif";

    /// <summary>Venezuela (V and the number), Ecuador: citizen.</summary>
    public const string Cedula = "cedula";

    /// <summary>Venezuela: foreign resident (E and the number).</summary>
    public const string ForeignCedula = "cedula-e";

    /// <summary>Venezuela: organisation.</summary>
    public const string Rif = "rif";

    /// <summary>Chile: person or organisation.</summary>
    public const string Rut = "rut";

    /// <summary>Peru and Ecuador: organisation.</summary>
    public const string Ruc = "ruc";

    /// <summary>Argentina: organisation, or foreigner without DNI.</summary>
    public const string Cuit = "cuit";

    /// <summary>Brazil: person.</summary>
    public const string Cpf = "cpf";

    /// <summary>Brazil: organisation, and person in business.</summary>
    public const string Cnpj = "cnpj";

    /// <summary>United States: social security.</summary>
    public const string Ssn = "ssn";

    /// <summary>Whether the number is given until another takes its place, and may be given anew.</summary>
    public static bool IsTemporary(string kind) => kind is Ppt or Ce or Ti or Nie or ForeignCedula or Passport;

    /// <summary>Whether only an organisation has one.</summary>
    public static bool IsOfOrganisation(NationalId id) => id.Kind switch
    {
        Nit or Cif or Rif or Ruc or Cnpj => true,
        Cuit => id.Value[0] == '3',
        Rfc => id.Value.Length == 12,
        _ => false,
    };
}
