using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A plug-in's refusal: the message is shown to the user and the operation is undone.</summary>
[Serializable]
public class InvalidPluginExecutionException : Exception, ISerializable
{
    private const int IsvAborted = unchecked((int)0x80040265);

    public InvalidPluginExecutionException()
    {
    }

    public InvalidPluginExecutionException(OperationStatus status)
        : this(status, null)
    {
    }

    public InvalidPluginExecutionException(string message)
        : base(message)
    {
    }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : this(status, IsvAborted, message)
    {
    }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : base(message)
    {
        Status = status;
        ErrorCode = errorCode;
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : base(message) => HttpStatus = httpStatus;

    public OperationStatus Status { get; } = OperationStatus.Failed;

    public int ErrorCode { get; } = IsvAborted;

    public PluginHttpStatusCode HttpStatus { get; } = PluginHttpStatusCode.BadRequest;

    public Dictionary<string, string> ExceptionDetails { get; } = new Dictionary<string, string>();
}
