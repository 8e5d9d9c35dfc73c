using System;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Why nothing was packed: each problem names the file and line, or the class, that it is about.</summary>
internal sealed class PackException(params string[] problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public string[] Problems { get; } = problems;
}
