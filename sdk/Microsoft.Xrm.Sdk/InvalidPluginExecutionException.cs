using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>A plug-in's refusal: the message is shown to the user and the operation is undone.</summary>
[Serializable]
public sealed class InvalidPluginExecutionException : Exception
{
    public InvalidPluginExecutionException()
    {
    }

    public InvalidPluginExecutionException(OperationStatus status) => Status = status;

    public InvalidPluginExecutionException(string message)
        : base(message)
    {
    }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : base(message) => Status = status;

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : this(status, message) => ErrorCode = errorCode;

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message, PluginHttpStatusCode httpStatus)
        : this(status, errorCode, message) => HttpStatus = httpStatus;

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : base(message) => HttpStatus = httpStatus;

    public OperationStatus Status { get; } = OperationStatus.Failed;

    /// <summary>Zero where the plug-in gave none; the caller then sees the platform's own for an aborted plug-in, 0x80040265.</summary>
    public int ErrorCode { get; }

    public PluginHttpStatusCode HttpStatus { get; } = PluginHttpStatusCode.NotSet;
}
