namespace Crm.Extensions.Platform;

/// <summary>The languages that messages to people exist in; the numbers are the platform's language codes (LCID).</summary>
public enum Language
{
    English = 1033,
    Spanish = 3082,
}

/// <summary>Which of the two languages a platform language code asks for.</summary>
internal static class LanguageCode
{
    // the low ten bits of an LCID are the language, the rest is the country: 3082 Spain, 2058 Mexico, 9226 Colombia …
    private const int PrimaryLanguage = 0x3FF;
    private const int Spanish = 0x0A;

    /// <summary>Spanish for the Spanish of any country, English for everything else, 0 (the user chose none) included.</summary>
    public static Language Read(int code) => (code & PrimaryLanguage) == Spanish ? Language.Spanish : Language.English;
}
