using System;
using System.Linq;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Whether steps may be registered on a message: a custom API says so itself (<c>allowedcustomprocessingsteptype</c>).</summary>
internal static class StepAdmission
{
    private const int None = 0;
    private const int AsynchronousOnly = 1;

    /// <param name="mode">0 synchronous, 1 asynchronous.</param>
    /// <exception cref="System.ServiceModel.FaultException">The message is that of a custom API that does not take such a step.</exception>
    public static void Demand(IReadView view, Guid messageId, int mode)
    {
        if (view.Find("sdkmessage", messageId)?["name"] is not string name) return;
        if (view.All("customapi").FirstOrDefault(api => api["uniquename"] as string == name) is not { } row) return;
        switch (row["allowedcustomprocessingsteptype"] as int? ?? None)
        {
            case None: throw PipelineFaults.NotAllowed(name, "no steps");
            case AsynchronousOnly when mode == 0: throw PipelineFaults.NotAllowed(name, "asynchronous steps only");
        }
    }
}
