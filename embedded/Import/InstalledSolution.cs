using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Import;

/// <summary>A solution that is installed, and what belongs to it.</summary>
/// <param name="Id">Of its solution row.</param>
public sealed record InstalledSolution(Guid Id, string UniqueName, Version Version, bool IsManaged)
{
    /// <summary>Tables that it created.</summary>
    public IReadOnlySet<string> Tables { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Columns that it added to tables of others.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Columns { get; init; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    public IReadOnlySet<string> Relationships { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Global choices that it brought.</summary>
    internal IReadOnlySet<string> Choices { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Rows of component tables (steps, roles, custom APIs …).</summary>
    internal IReadOnlySet<Component> Components { get; init; } = new HashSet<Component>();
}

/// <summary>A component that is a row.</summary>
internal readonly record struct Component(string Table, Guid Id);
