using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Imports a solution, stages it and applies it as an upgrade.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class StageAndUpgradeRequest : OrganizationRequest
{
    public StageAndUpgradeRequest()
    {
        RequestName = "StageAndUpgrade";
        OverwriteUnmanagedCustomizations = default;
        PublishWorkflows = default;
        CustomizationFile = default;
        ImportJobId = default;
    }

    public bool OverwriteUnmanagedCustomizations
    {
        get => Parameters.Get<bool>("OverwriteUnmanagedCustomizations");
        set => Parameters["OverwriteUnmanagedCustomizations"] = value;
    }

    public bool PublishWorkflows
    {
        get => Parameters.Get<bool>("PublishWorkflows");
        set => Parameters["PublishWorkflows"] = value;
    }

    public byte[] CustomizationFile
    {
        get => Parameters.Get<byte[]>("CustomizationFile");
        set => Parameters["CustomizationFile"] = value;
    }

    public Guid ImportJobId
    {
        get => Parameters.Get<Guid>("ImportJobId");
        set => Parameters["ImportJobId"] = value;
    }

    public bool ConvertToManaged
    {
        get => Parameters.Get<bool>("ConvertToManaged");
        set => Parameters["ConvertToManaged"] = value;
    }

    public bool SkipProductUpdateDependencies
    {
        get => Parameters.Get<bool>("SkipProductUpdateDependencies");
        set => Parameters["SkipProductUpdateDependencies"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class StageAndUpgradeResponse : OrganizationResponse
{
}
