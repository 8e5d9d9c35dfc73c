using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_UndoOperation</c>. Takes a join or a split of customers back.</summary>
[Activity("Undo operation", "Takes a join or a split of customers back.")]
public sealed class UndoOperationActivity : ApiActivity
{
    [Input("Operation")]
    [ReferenceTarget("crmx_identityoperation")]
    [RequiredArgument]
    public InArgument<EntityReference> Operation { get; set; } = null!;

    [Input("Reason")]
    public InArgument<string> Reason { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Undoing operation")]
    [ReferenceTarget("crmx_identityoperation")]
    public OutArgument<EntityReference> Undoing { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_UndoOperation");
        request["OperationId"] = (Operation.Get(context) ?? throw new InvalidPluginExecutionException("Undo operation: please give operation.")).Id;
        if (Reason?.Get(context) is { Length: > 0 } reason) request["Reason"] = reason;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "UndoingId") is var undoing && undoing != Guid.Empty) Undoing?.Set(context, new EntityReference("crmx_identityoperation", undoing));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
