using Crm.Extensions.Embedded.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>A frame as it was when an asynchronous step was queued: later changes by others do not reach it, nor its own changes them.</summary>
internal static class FrozenFrame
{
    public static Frame Of(Frame frame) => new()
    {
        Message = frame.Message,
        Table = frame.Table,
        RecordId = frame.RecordId,
        Input = Copy(frame.Input),
        Output = Copy(frame.Output),
        Shared = Copy(frame.Shared),
        Call = frame.Call with { Transaction = null },
        Operation = frame.Operation,
        CreatedOn = frame.CreatedOn,
        BusinessUnitId = frame.BusinessUnitId,
        Parent = frame.Parent,
    };

    private static ParameterCollection Copy(ParameterCollection parameters) =>
        SerializationCopy.Of(new OrganizationRequest("Copy") { Parameters = parameters }).Parameters;
}
