using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Imports a solution.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ImportSolutionRequest : OrganizationRequest
{
    public ImportSolutionRequest()
    {
        RequestName = "ImportSolution";
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

    public bool HoldingSolution
    {
        get => Parameters.Get<bool>("HoldingSolution");
        set => Parameters["HoldingSolution"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ImportSolutionResponse : OrganizationResponse
{
}
