using System.Diagnostics;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>The trace log of one execution; each line begins with the milliseconds since its start: <c>[+12 ms] …</c>.</summary>
internal sealed class ElapsedTrace
{
    private readonly ITracingService? log;
    private readonly Stopwatch elapsed = Stopwatch.StartNew();

    public ElapsedTrace(ITracingService? log) => this.log = log;

    public void Write(string line)
    {
        // the text is an argument, not the format: a brace in it must not break the trace
        log?.Trace("{0}", string.Format(CultureInfo.InvariantCulture, "[+{0} ms] {1}", elapsed.ElapsedMilliseconds, line));
    }
}
