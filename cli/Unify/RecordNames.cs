using System;
using System.Collections.Generic;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Finds records by what files of pairs and decisions call them: <c>source|recordid</c>, or <c>recordid</c> where only one input has it.</summary>
internal sealed class RecordNames
{
    private const int InSeveral = -1;

    private readonly Dictionary<string, int> records = new(StringComparer.Ordinal);

    public RecordNames(RecordSet set)
    {
        for (var record = 0; record < set.Count; record++)
        {
            if (!records.TryAdd(set.IdOf(record), record)) records[set.IdOf(record)] = InSeveral;
        }

        for (var record = 0; record < set.Count; record++) records[set.KeyOf(record)] = record;
    }

    /// <param name="problem">Why it is not found, to be put behind its name.</param>
    /// <returns>Null where it is not found.</returns>
    public int? Find(string name, out string? problem)
    {
        problem = !records.TryGetValue(name, out var record) ? "is no record of the inputs; name it recordid or source|recordid"
            : record == InSeveral ? "is a record of several inputs; name it source|recordid"
            : null;
        return problem is null ? record : null;
    }
}
