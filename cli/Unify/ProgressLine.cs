using System;
using System.Diagnostics;
using System.IO;

namespace Crm.Extensions.Cli.Unify;

/// <summary>One line that says how far a run is, at most every second: overwritten on a terminal, a line each where the output is kept. Safe for many threads.</summary>
internal sealed class ProgressLine(TextWriter error, bool overwrite)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly object one = new();
    private long next = 1000;
    private int width;

    /// <summary>How long the run has taken.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    public void Tell(FormattableString state)
    {
        var now = clock.ElapsedMilliseconds;
        if (now < next) return;
        lock (one)
        {
            if (now < next) return;
            next = now + (overwrite ? 1000 : 10_000);
            var line = FormattableString.Invariant($"{now / 1000,5} s  ") + FormattableString.Invariant(state);
            if (overwrite) error.Write('\r' + line.PadRight(width));
            else error.WriteLine(line);
            width = line.Length;
        }
    }

    /// <summary>Clears the line, so that what follows stands alone.</summary>
    public void Clear()
    {
        if (overwrite && width > 0) error.Write('\r' + new string(' ', width) + '\r');
        width = 0;
    }
}
