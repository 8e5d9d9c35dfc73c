using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>What one record offers for one group.</summary>
internal sealed class Candidate
{
    public Candidate(LinkedRecord from, string same, int completeness, IReadOnlyDictionary<string, string> columns)
    {
        From = from;
        Same = same;
        Completeness = completeness;
        Columns = columns;
    }

    public LinkedRecord From { get; }

    /// <summary>The values in the form in which two spellings are equal: what counts as saying the same.</summary>
    public string Same { get; }

    /// <summary>How much it says; greater is more. Only comparable within a group.</summary>
    public int Completeness { get; }

    /// <summary>Column and value, empty ones left out.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    public string Link => From.Link;

    public DateTime? ConfirmedOn => From.ConfirmedOn;
}
