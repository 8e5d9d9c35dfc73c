using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Sends requests in one round trip, each in its own transaction.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class ExecuteMultipleRequest : OrganizationRequest
{
    public ExecuteMultipleRequest()
    {
        RequestName = "ExecuteMultiple";
        Requests = default;
        Settings = default;
    }

    public OrganizationRequestCollection Requests
    {
        get => Parameters.Get<OrganizationRequestCollection>("Requests");
        set => Parameters["Requests"] = value;
    }

    /// <summary>Both settings are required.</summary>
    public ExecuteMultipleSettings Settings
    {
        get => Parameters.Get<ExecuteMultipleSettings>("Settings");
        set => Parameters["Settings"] = value;
    }
}

/// <summary>What the requests answered.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public bool IsFaulted => Results.Get<bool>("IsFaulted");

    public ExecuteMultipleResponseItemCollection Responses => Results.Get<ExecuteMultipleResponseItemCollection>("Responses");
}
