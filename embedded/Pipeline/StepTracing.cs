using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>The tracing service of one execution.</summary>
internal sealed class StepTracing : ITracingService
{
    private readonly StringBuilder text = new();

    public void Trace(string format, params object[] args)
    {
        lock (text)
        {
            if (args is null || args.Length == 0) text.AppendLine(format);
            else text.AppendFormat(CultureInfo.InvariantCulture, format, args).AppendLine();
        }
    }

    public override string ToString()
    {
        lock (text) return text.ToString();
    }
}
