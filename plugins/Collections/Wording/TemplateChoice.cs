using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections.Wording;

/// <summary>What a text is wanted for.</summary>
/// <param name="Level">The obligation's dunning level: no text of a higher one is chosen.</param>
/// <param name="Country">ISO 3166-1 alpha-2, may be empty.</param>
/// <param name="LanguageCode">The customer's language as the platform numbers it.</param>
internal sealed record TextWanted(Occasion Occasion, Purpose Purpose, int Level, Channel Channel, AddressForm Form, string Country, int LanguageCode)
{
    public Language Language => Platform.LanguageCode.Read(LanguageCode);
}

/// <summary>Chooses the text of a contact: the tenant's own before what ships, the most specific first, never one of a higher dunning level.</summary>
internal static class TemplateChoice
{
    private const int PrimaryLanguage = 0x3FF;

    /// <param name="rows">The tenant's own texts.</param>
    /// <returns>The text, or null where there is none for that purpose.</returns>
    public static TextTemplate? Choose(TextWanted wanted, IEnumerable<TextTemplate> rows)
    {
        var fitting = rows.Concat(TemplateBook.Texts(wanted.Language)).Where(text => Fits(text, wanted)).ToList();
        return fitting
            .OrderByDescending(text => text.Level ?? wanted.Level)
            .ThenByDescending(text => text.IsRow)
            .ThenByDescending(text => Specific(text, wanted))
            .ThenBy(text => text.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool Fits(TextTemplate text, TextWanted wanted) =>
        text.Occasion == wanted.Occasion
        && (text.Purpose == wanted.Purpose || wanted.Occasion == Occasion.Machine)
        && (text.Level ?? 0) <= wanted.Level
        && (text.Channel is null || text.Channel == wanted.Channel)
        && (text.Form is null || text.Form == wanted.Form)
        && (string.IsNullOrEmpty(text.Country) || string.Equals(text.Country, wanted.Country, StringComparison.OrdinalIgnoreCase))
        && (text.Language is not { } language || (language & PrimaryLanguage) == (wanted.LanguageCode & PrimaryLanguage) || !text.IsRow);

    // country before form of address before channel before language before level
    private static int Specific(TextTemplate text, TextWanted wanted) =>
        (string.IsNullOrEmpty(text.Country) ? 0 : 16) + (text.Form is null ? 0 : 8) + (text.Channel is null ? 0 : 4)
        + (text.Language is null ? 0 : text.Language == wanted.LanguageCode ? 2 : 1) + (text.Level is null ? 0 : 1);
}
