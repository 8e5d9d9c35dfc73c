using System;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>A choice column names a global option set that does not exist.</summary>
public sealed class MissingChoiceException(string table, string column, string choice)
    : FormatException($"The attribute {column} of entity {table} references a non-existing global Option Set '{choice}'.");
