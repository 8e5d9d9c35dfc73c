using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>The rules' words as values of our option sets, whose numbers are theirs plus the publisher's base.</summary>
internal static class Choice
{
    private const int Base = 574840000;

    public static OptionSetValue Of<TWord>(TWord word)
        where TWord : struct, Enum => new(Base + Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The word of an option, or null where there is none.</summary>
    public static TWord? Read<TWord>(object? option)
        where TWord : struct, Enum
    {
        var value = ((option as AliasedValue)?.Value ?? option) as OptionSetValue;
        return value is not null && Enum.IsDefined(typeof(TWord), value.Value - Base) ? (TWord)Enum.ToObject(typeof(TWord), value.Value - Base) : null;
    }
}
