namespace Crm.Extensions.Embedded.FaultInjection;

/// <summary>Which limit of service protection was passed.</summary>
public enum ThrottleReason
{
    /// <summary>6000 requests in 300 seconds.</summary>
    Requests,

    /// <summary>20 minutes of execution in 300 seconds.</summary>
    ExecutionTime,

    /// <summary>52 requests at once.</summary>
    Concurrency,
}
