using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>The context of a workflow activity that runs in the background.</summary>
internal sealed class WorkflowContext(StepContext inner) : IWorkflowContext
{
    public StepContext Inner { get; } = inner;

    public string StageName => "";

    public int WorkflowCategory => 0;

    public int WorkflowMode => 0;

    public IWorkflowContext ParentContext => null!;

    public int Mode => 1;

    public int IsolationMode => Inner.IsolationMode;

    public int Depth => Inner.Depth;

    public string MessageName => Inner.MessageName;

    public string PrimaryEntityName => Inner.PrimaryEntityName;

    public Guid? RequestId => Inner.RequestId;

    public string SecondaryEntityName => Inner.SecondaryEntityName;

    public ParameterCollection InputParameters => Inner.InputParameters;

    public ParameterCollection OutputParameters => Inner.OutputParameters;

    public ParameterCollection SharedVariables => Inner.SharedVariables;

    public Guid UserId => Inner.UserId;

    public Guid InitiatingUserId => Inner.InitiatingUserId;

    public Guid BusinessUnitId => Inner.BusinessUnitId;

    public Guid OrganizationId => Inner.OrganizationId;

    public string OrganizationName => Inner.OrganizationName;

    public Guid PrimaryEntityId => Inner.PrimaryEntityId;

    public EntityImageCollection PreEntityImages => Inner.PreEntityImages;

    public EntityImageCollection PostEntityImages => Inner.PostEntityImages;

    public EntityReference OwningExtension => Inner.OwningExtension;

    public Guid CorrelationId => Inner.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => false;

    public Guid OperationId => Inner.OperationId;

    public DateTime OperationCreatedOn => Inner.OperationCreatedOn;
}
