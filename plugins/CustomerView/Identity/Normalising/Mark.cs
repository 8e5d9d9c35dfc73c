namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>What can be wrong with a record, in code; stored, so never renamed.</summary>
internal static class Mark
{
    /// <summary>No column says who it is.</summary>
    public const string Empty = "empty";

    /// <summary>A column was longer than anybody writes; the rest was left out.</summary>
    public const string TooLong = "too-long";

    /// <summary>Control characters were taken out.</summary>
    public const string ControlCharacters = "control-characters";

    /// <summary>Invisible marks of direction or width were taken out.</summary>
    public const string InvisibleCharacters = "invisible-characters";

    /// <summary>Halves of characters, or characters that stand for unreadable ones, were taken out.</summary>
    public const string BrokenCharacters = "broken-characters";

    /// <summary>Text read in the wrong encoding (Ã±) was repaired.</summary>
    public const string EncodingRepaired = "encoding-repaired";

    public const string EmailInvalid = "email-invalid";

    public const string PhoneInvalid = "phone-invalid";

    /// <summary>A local number without its area.</summary>
    public const string PhoneIncomplete = "phone-incomplete";

    /// <summary>A filler such as 0000000000.</summary>
    public const string PhoneGeneric = "phone-generic";

    /// <summary>The text is no date, or a day that never was.</summary>
    public const string BirthDateInvalid = "birthdate-invalid";

    public const string BirthDateFuture = "birthdate-future";

    /// <summary>Before 1880 (kept, since registers of the dead exist), or the first day of a system's calendar (left out).</summary>
    public const string BirthDateImplausible = "birthdate-implausible";

    public const string IdCheckDigit = "id-check-digit";

    /// <summary>A filler that many share, such as XAXX010101000.</summary>
    public const string IdGeneric = "id-generic";

    /// <summary>Too short to tell anybody apart, such as an RFC without its last three characters.</summary>
    public const string IdIncomplete = "id-incomplete";
}
