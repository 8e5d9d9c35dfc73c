using System;
using System.ServiceModel;
using Crm.Extensions.Embedded.Pipeline;

namespace Crm.Extensions.Embedded.FaultInjection;

/// <summary>The faults that can be injected, in the platform's words.</summary>
internal static class InjectedFaults
{
    private const int TooManyRequests = unchecked((int)0x80072322);
    private const int TooMuchTime = unchecked((int)0x80072321);
    private const int TooManyAtOnce = unchecked((int)0x80072326);

    public static Exception Throttled(ThrottleReason reason, TimeSpan retryAfter)
    {
        var fault = reason switch
        {
            ThrottleReason.ExecutionTime => PipelineFaults.Of(
                TooMuchTime, "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds."),
            ThrottleReason.Concurrency => PipelineFaults.Of(TooManyAtOnce, "Number of concurrent requests exceeded the limit of 52."),
            _ => PipelineFaults.Of(TooManyRequests, "Number of requests exceeded the limit of 6000 over time window of 300 seconds."),
        };
        fault.Detail.ErrorDetails["Retry-After"] = retryAfter;
        return fault;
    }

    public static Exception ClientTimeout() => new TimeoutException("The request channel timed out while waiting for a reply.");

    public static Exception LostResponse() =>
        new CommunicationException("The connection was closed before the response arrived. Whether the request was carried out is not known.");

    public static Exception LockTimeout() =>
        PipelineFaults.Of(PlatformFaults.SqlTimeout, "Sql error: 'Execution Timeout Expired.  The timeout period elapsed prior to completion of the operation or the server is not responding.'");

    public static Exception Deadlock() =>
        PipelineFaults.Of(PlatformFaults.SqlError, "Sql error: Transaction was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.");

    public static Exception WorkerCrash() =>
        PipelineFaults.Of(PipelineFaults.WorkerCrashed, "The plug-in execution failed because the Sandbox Worker process crashed. This is typically due to an error in the plug-in code.");
}
