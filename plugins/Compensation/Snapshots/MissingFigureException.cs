using System;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A figure that HR or finance must give is not there; nothing is valued by a guess.</summary>
internal sealed class MissingFigureException : Exception
{
    private readonly string text;
    private readonly object[] facts;

    /// <param name="text">The name of the text that says what is missing and what to do.</param>
    public MissingFigureException(string text, params object[] facts)
        : base(SnapshotTexts.Write(Language.English, text, facts))
    {
        this.text = text;
        this.facts = facts;
    }

    public string In(Language language) => SnapshotTexts.Write(language, text, facts);

    /// <summary>In both languages, for a row that anybody may read.</summary>
    public string InBoth => In(Language.English) + "\n" + In(Language.Spanish);
}
