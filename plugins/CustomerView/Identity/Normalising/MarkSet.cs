using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Marks as they are found; costs nothing for a record that is in order.</summary>
internal sealed class MarkSet
{
    private List<string>? marks;

    public void Add(string mark)
    {
        marks ??= [];
        if (!marks.Contains(mark)) marks.Add(mark);
    }

    /// <summary>Each once, in alphabetical order; empties the set for the next record.</summary>
    public string[] Take()
    {
        if (marks is null || marks.Count == 0) return NormalRecord.None;

        marks.Sort(StringComparer.Ordinal);
        var taken = marks.ToArray();
        marks.Clear();
        return taken;
    }
}
