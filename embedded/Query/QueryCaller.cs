using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Who asks, at what moment, and what he may see.</summary>
internal sealed class QueryCaller
{
    public required Guid UserId { get; init; }

    public required Guid BusinessUnitId { get; init; }

    /// <summary>Teams the caller is a member of, looked up when an operator needs them.</summary>
    public required Func<IReadOnlyCollection<Guid>> Teams { get; init; }

    /// <summary>The caller's language (1033, 3082), of labels.</summary>
    public int Language { get; init; } = 1033;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>First day of the caller's week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Sunday;

    /// <summary>Which rows of a table may be read; null for all. Throws the platform's fault where the caller may read none.</summary>
    public required Func<Table, Func<Row, bool>?> Visible { get; init; }

    /// <summary>Whether a secured column may be read.</summary>
    public required Func<Table, Column, bool> Readable { get; init; }
}
