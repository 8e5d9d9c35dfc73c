using System;

namespace Crm.Extensions.Cli.Schema;

/// <summary>Something in a source file that can't be used; the message names file and line.</summary>
internal sealed class SourceException : Exception
{
    public SourceException(string file, int line, string problem, Exception? inner = null)
        : base(line > 0 ? $"{file}({line}): {problem}" : $"{file}: {problem}", inner)
    {
    }
}
