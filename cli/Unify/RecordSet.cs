using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.Cli.Unify;

/// <summary>All records of all inputs, in the order in which they stand there. A record is its place here.</summary>
internal sealed class RecordSet
{
    private readonly List<NormalRecord?> records = [];
    private readonly List<string> ids = [];
    private readonly List<byte> sources = [];
    private readonly List<string?> truths = [];

    public RecordSet(IReadOnlyList<string> sourceNames, IReadOnlySet<string> cleanSources)
    {
        SourceNames = sourceNames;
        CleanSources = cleanSources;
    }

    public int Count => records.Count;

    /// <summary>A source is a file's name without its extension.</summary>
    public IReadOnlyList<string> SourceNames { get; }

    /// <summary>Sources that are known to hold each customer once.</summary>
    public IReadOnlySet<string> CleanSources { get; }

    /// <summary>The record in the form in which it is compared; null where its row could not be judged.</summary>
    public NormalRecord? this[int record] => records[record];

    public string IdOf(int record) => ids[record];

    public string SourceOf(int record) => SourceNames[sources[record]];

    /// <summary><c>source|recordid</c>.</summary>
    public string KeyOf(int record) => SourceOf(record) + "|" + ids[record];

    /// <summary>What the truth column says; null where there is none.</summary>
    public string? TruthOf(int record) => truths[record];

    public void Add(byte source, string id, NormalRecord? normal, string? truth)
    {
        records.Add(normal);
        ids.Add(id);
        sources.Add(source);
        truths.Add(truth);
    }
}
