using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Sends requests in one transaction.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class ExecuteTransactionRequest : OrganizationRequest
{
    public ExecuteTransactionRequest()
    {
        RequestName = "ExecuteTransaction";
        Requests = default;
    }

    public OrganizationRequestCollection Requests
    {
        get => Parameters.Get<OrganizationRequestCollection>("Requests");
        set => Parameters["Requests"] = value;
    }

    public bool? ReturnResponses
    {
        get => Parameters.Get<bool?>("ReturnResponses");
        set => Parameters["ReturnResponses"] = value;
    }
}

/// <summary>What the requests answered, in their order, if it was asked for.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class ExecuteTransactionResponse : OrganizationResponse
{
    public OrganizationResponseCollection Responses => Results.Get<OrganizationResponseCollection>("Responses");
}
