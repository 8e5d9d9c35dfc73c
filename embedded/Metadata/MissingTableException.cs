using System;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Something refers to a table that does not exist.</summary>
public sealed class MissingTableException(string table) : InvalidOperationException($"The entity with a name = '{table}' was not found.")
{
    public string Table { get; } = table;
}
