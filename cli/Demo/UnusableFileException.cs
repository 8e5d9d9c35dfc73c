using System;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A file of which nothing can be read.</summary>
internal sealed class UnusableFileException(TextKey what, params object[] values) : Exception(what.ToString())
{
    /// <summary>The sentence of <see cref="Texts"/>; its first value is the file's name.</summary>
    public TextKey What { get; } = what;

    /// <summary>Which file, where it is not the one that is read for customers.</summary>
    public string? File { get; init; }

    public object[] Values { get; } = values;
}
