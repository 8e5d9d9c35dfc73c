using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>A context that a test fills in by hand.</summary>
internal sealed class FakeContext : IPluginExecutionContext
{
    public int Stage { get; set; } = 10;

    public IPluginExecutionContext ParentContext { get; set; } = null!;

    public int Mode { get; set; }

    public int IsolationMode => 2;

    public int Depth { get; set; } = 1;

    public string MessageName { get; set; } = "Create";

    public string PrimaryEntityName { get; set; } = "phonecall";

    public Guid? RequestId { get; set; }

    public string SecondaryEntityName => "none";

    public ParameterCollection InputParameters { get; } = [];

    public ParameterCollection OutputParameters { get; } = [];

    public ParameterCollection SharedVariables { get; } = [];

    public Guid UserId { get; set; }

    public Guid InitiatingUserId { get; set; }

    public Guid BusinessUnitId { get; set; }

    public Guid OrganizationId { get; set; }

    public string OrganizationName => "fake";

    public Guid PrimaryEntityId { get; set; }

    public EntityImageCollection PreEntityImages { get; } = [];

    public EntityImageCollection PostEntityImages { get; } = [];

    public EntityReference OwningExtension { get; set; } = null!;

    public Guid CorrelationId { get; set; } = Guid.NewGuid();

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction { get; set; }

    public Guid OperationId { get; set; } = Guid.NewGuid();

    public DateTime OperationCreatedOn { get; set; }
}
