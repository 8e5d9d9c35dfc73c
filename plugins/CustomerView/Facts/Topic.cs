using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>A thing that one may know of a customer, as crmx_topic has it; documents on file are topics like others.</summary>
internal sealed record Topic(string Code, DataCategory Category, Sensitivity Sensitivity)
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string NameSpanish { get; init; } = "";

    public string QuestionEnglish { get; init; } = "";

    public string QuestionSpanish { get; init; } = "";

    /// <summary>How many days an answer holds; 0: for good.</summary>
    public int ValidDays { get; init; }

    /// <summary>What it may be asked and used for; of any other purpose it is none of the business.</summary>
    public IReadOnlyList<UseOfData> Uses { get; init; } = [];

    public bool IsDocument { get; init; }

    /// <summary>Its place among the questions, lowest first.</summary>
    public int Order { get; init; }

    /// <summary>Who answers for it; empty: nobody by name.</summary>
    public Guid Steward { get; init; }

    public bool Serves(UseOfData use)
    {
        foreach (var own in Uses)
        {
            if (own == use) return true;
        }

        return false;
    }

    public string NameIn(Language language) => First(language == Language.Spanish ? NameSpanish : Name, Name, Code);

    public string QuestionIn(Language language) => First(language == Language.Spanish ? QuestionSpanish : QuestionEnglish, QuestionEnglish, NameIn(language));

    /// <summary>Reads the purposes of a topic: words with commas between them. Words that are none are left out.</summary>
    public static IReadOnlyList<UseOfData> ReadUses(string? text) =>
    [
        .. (text ?? "").Split(',').Select(word => Words.TryRead<UseOfData>(word, out var use) ? use : (UseOfData?)null).OfType<UseOfData>().Distinct(),
    ];

    private static string First(string text, string other, string last) => text.Length > 0 ? text : other.Length > 0 ? other : last;
}
