using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded;

/// <summary>Counts what is asked of the organization, by who asks: a client, or the step whose plug-in does.</summary>
public sealed class RequestLog
{
    private readonly object gate = new();
    private readonly Dictionary<LoggedRequest, int> counts = [];

    /// <summary>All requests since the last <see cref="Clear"/>.</summary>
    public int Total
    {
        get
        {
            lock (gate) return counts.Values.Sum();
        }
    }

    /// <summary>Requests of clients.</summary>
    public int OfClients
    {
        get
        {
            lock (gate) return counts.Where(count => count.Key.Step is null).Sum(count => count.Value);
        }
    }

    /// <summary>Requests of all plug-ins together.</summary>
    public int OfSteps
    {
        get
        {
            lock (gate) return counts.Where(count => count.Key.Step is not null).Sum(count => count.Value);
        }
    }

    /// <summary>Requests of plug-ins of this type.</summary>
    public int Of<TPlugin>() => Of(typeof(TPlugin).FullName ?? typeof(TPlugin).Name);

    /// <summary>Requests of steps whose name holds this.</summary>
    public int Of(string step)
    {
        lock (gate) return counts.Where(count => count.Key.Step?.Contains(step, System.StringComparison.Ordinal) == true).Sum(count => count.Value);
    }

    /// <summary>How often what was asked, in no promised order.</summary>
    public IReadOnlyDictionary<LoggedRequest, int> Counts
    {
        get
        {
            lock (gate) return new Dictionary<LoggedRequest, int>(counts);
        }
    }

    public void Clear()
    {
        lock (gate) counts.Clear();
    }

    internal void Add(LoggedRequest request)
    {
        lock (gate) counts[request] = counts.GetValueOrDefault(request) + 1;
    }
}
