using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>One level in the chain of parent contexts: what all steps of a pipeline, or of its outer stage, share.</summary>
internal sealed class Frame
{
    public required string Message { get; init; }

    public required string Table { get; init; }

    /// <summary>Known from the start, or after the main operation of a Create.</summary>
    public Guid RecordId { get; set; }

    public required ParameterCollection Input { get; init; }

    public ParameterCollection Output { get; set; } = [];

    public ParameterCollection Shared { get; init; } = [];

    public required CallContext Call { get; init; }

    public Operation Operation { get; init; } = new();

    public DateTime CreatedOn { get; init; }

    public Guid BusinessUnitId { get; init; }

    public IPluginExecutionContext? Parent { get; init; }

    /// <summary>The same pipeline inside its transaction.</summary>
    public Frame In(CallContext call) => Copy(Message, Input, call);

    /// <summary>The same pipeline seen by a step of the Multiple message that is merged into it.</summary>
    public Frame As(string message, ParameterCollection input) => Copy(message, input, Call);

    private Frame Copy(string message, ParameterCollection input, CallContext call) => new()
    {
        Message = message,
        Table = Table,
        RecordId = RecordId,
        Input = input,
        Output = Output,
        Shared = Shared,
        Call = call,
        Operation = Operation,
        CreatedOn = CreatedOn,
        BusinessUnitId = BusinessUnitId,
        Parent = Parent,
    };
}
