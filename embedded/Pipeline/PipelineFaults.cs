using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Faults of the pipeline, with the platform's codes and wording.</summary>
/// <remarks>Source: Web service error codes, learn.microsoft.com.</remarks>
internal static class PipelineFaults
{
    public const int IsvAborted = unchecked((int)0x80040265);
    public const int IsvUnexpected = unchecked((int)0x80040224);
    public const int TooDeep = unchecked((int)0x80044182);
    public const int TimedOut = unchecked((int)0x80044172);
    public const int WorkerCrashed = unchecked((int)0x8004418D);
    public const int StepNotAllowed = unchecked((int)0x80044187);
    public const int NoPlugin = unchecked((int)0x8004A200);

    public static FaultException<OrganizationServiceFault> Of(int code, string message, string? trace = null, OrganizationServiceFault? inner = null)
    {
        var fault = new OrganizationServiceFault
        {
            ErrorCode = code,
            Message = message,
            TraceText = trace,
            InnerFault = inner,
            Timestamp = DateTime.UtcNow,
        };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }

    /// <summary>More than eight executions have set each other off.</summary>
    public static Exception InfiniteLoop() => Of(
        TooDeep,
        "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. "
        + "For information about workflow logic, see Help.");

    public static Exception TwoMinutes(string step) => Of(
        TimedOut,
        $"The plug-in execution failed because the operation has timed-out at the Sandbox Host. System.TimeoutException: {step} was still running after 120 seconds.");

    public static Exception NotAllowed(string message, string kind) => Of(
        StepNotAllowed, $"Custom SdkMessageProcessingStep is not allowed on the specified message and entity: '{message}' takes {kind}.");

    public static Exception NotAPlugin(string type) => Of(
        NoPlugin, $"The plug-in specified does not implement the required interface Microsoft.Xrm.Sdk.IPlugin: {type}.");

    /// <summary>What a client sees of an exception that a plug-in let out.</summary>
    public static Exception OfPlugin(Exception exception, StepRegistration step, string trace)
    {
        switch (exception)
        {
            case InvalidPluginExecutionException refusal:
                return Of(refusal.ErrorCode == 0 ? IsvAborted : refusal.ErrorCode, refusal.Message, trace, (refusal.InnerException as FaultException<OrganizationServiceFault>)?.Detail);
            case FaultException<OrganizationServiceFault> fault:
                // A fault of one of the plug-in's own requests that it let through keeps its code and text.
                fault.Detail.TraceText ??= trace;
                return Of(fault.Detail.ErrorCode, fault.Detail.Message, fault.Detail.TraceText, fault.Detail);
            default:
                return Of(
                    IsvUnexpected,
                    $"An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): {step.PluginType}: {exception.GetType()}: {exception.Message}",
                    string.Create(CultureInfo.InvariantCulture, $"{trace}{Environment.NewLine}{exception}"));
        }
    }
}
