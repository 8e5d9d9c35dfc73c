using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>One slice of a close, as it was read.</summary>
internal sealed class WorkRow
{
    private readonly Entity row;

    public WorkRow(Entity row) => this.row = row;

    public Guid Id => row.Id;

    public string? RowVersion => row.RowVersion;

    public Guid Period => row.GetAttributeValue<EntityReference>(WorkColumns.Period)?.Id ?? Guid.Empty;

    public int Slice => row.GetAttributeValue<int>(WorkColumns.Slice);

    public string Kind => row.GetAttributeValue<string>(WorkColumns.Kind) ?? "";

    public string Cursor => row.GetAttributeValue<string>(WorkColumns.Cursor) ?? "";

    public int Attempts => row.GetAttributeValue<int>(WorkColumns.Attempts);

    public string Failure => row.GetAttributeValue<string>(WorkColumns.Failure) ?? "";

    public int Status => row.GetAttributeValue<OptionSetValue>(WorkColumns.Status)?.Value ?? 0;

    public bool IsOpen => row.GetAttributeValue<OptionSetValue>(WorkColumns.State)?.Value == WorkColumns.Active;

    /// <summary>Whom the slice is about, in the order in which they are worked on.</summary>
    public IReadOnlyList<Guid> Members =>
        (row.GetAttributeValue<string>(WorkColumns.Members) ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(id => new Guid(id.Trim())).ToList();

    /// <summary>How many of <see cref="Members"/> are done.</summary>
    public int Passed => int.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var passed) ? passed : 0;

    /// <summary>A new row of that slice, waiting.</summary>
    public static Entity New(Guid period, string code, int slice, string kind, IEnumerable<Guid> members) => new(PayTables.Work, PayIds.Work(period, slice))
    {
        [WorkColumns.Name] = string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", code, kind, slice),
        [WorkColumns.Period] = new EntityReference(PayTables.Period, period),
        [WorkColumns.Slice] = slice,
        [WorkColumns.Kind] = kind,
        [WorkColumns.Members] = string.Join("\n", members.Select(PayIds.Text)),
        [WorkColumns.Attempts] = 1,
    };
}
