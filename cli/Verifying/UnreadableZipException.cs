using System;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>The file is no solution zip, or one that is not safe to read.</summary>
internal sealed class UnreadableZipException(string rule, string component, string problem, Exception? inner = null) : Exception(problem, inner)
{
    public string Rule { get; } = rule;

    public string Component { get; } = component;
}
