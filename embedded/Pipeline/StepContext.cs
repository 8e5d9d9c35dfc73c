using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>What a plug-in learns about the execution it is part of.</summary>
internal sealed class StepContext(Frame frame, int stage, StepRegistration? step, EmbeddedDataverse organization) : IPluginExecutionContext4
{
    public Frame Frame { get; } = frame;

    public StepRegistration? Step { get; } = step;

    public int Stage { get; } = stage;

    public int Mode => Step is { IsAsynchronous: true } ? 1 : 0;

    public int IsolationMode => 2;

    public int Depth => Frame.Call.Depth;

    public string MessageName => Frame.Message;

    public string PrimaryEntityName => Frame.Table;

    public Guid PrimaryEntityId => Frame.RecordId;

    public Guid? RequestId { get; init; }

    public string SecondaryEntityName => PrimaryRecord.None;

    public ParameterCollection InputParameters => Frame.Input;

    public ParameterCollection OutputParameters => Frame.Output;

    public ParameterCollection SharedVariables => Frame.Shared;

    public Guid UserId => Step?.RunAs ?? Frame.Call.UserId;

    public Guid InitiatingUserId => Frame.Call.InitiatingUserId;

    public Guid BusinessUnitId => Frame.BusinessUnitId;

    public Guid OrganizationId => organization.OrganizationId;

    public string OrganizationName => organization.Name;

    public EntityImageCollection PreEntityImages => PreEntityImagesCollection.Length == 1 ? PreEntityImagesCollection[0] : [];

    public EntityImageCollection PostEntityImages => PostEntityImagesCollection.Length == 1 ? PostEntityImagesCollection[0] : [];

    public EntityImageCollection[] PreEntityImagesCollection { get; init; } = [];

    public EntityImageCollection[] PostEntityImagesCollection { get; init; } = [];

    public EntityReference OwningExtension { get; } =
        step is null ? null! : new EntityReference("sdkmessageprocessingstep", step.Id) { Name = step.Name };

    public Guid CorrelationId => Frame.Call.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction { get; init; }

    public Guid OperationId => Frame.Operation.Id;

    public DateTime OperationCreatedOn => Frame.CreatedOn;

    public IPluginExecutionContext ParentContext => Frame.Parent!;

    // The embedded organization has no directory: its users are known by their own ids.
    public Guid UserAzureActiveDirectoryObjectId => UserId;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => InitiatingUserId;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public Guid AuthenticatedUserId => InitiatingUserId;
}
