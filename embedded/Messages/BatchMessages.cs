using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Many requests in one round trip, each in a transaction of its own.</summary>
internal sealed class ExecuteMultipleMessage : IMessageHandler
{
    public string Message => "ExecuteMultiple";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var requests = Batch.Of(request);
        var settings = request.Required<ExecuteMultipleSettings>("Settings");
        var items = new ExecuteMultipleResponseItemCollection();
        var faulted = false;
        for (var index = 0; index < requests.Count; index++)
        {
            if (requests[index].RequestName == Message) throw PlatformFaults.Invalid("ExecuteMultiple can't hold an ExecuteMultiple.");
            try
            {
                var response = context.Execute(requests[index]);
                if (settings.ReturnResponses) items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Response = response });
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                faulted = true;
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Fault = fault.Detail });
                if (!settings.ContinueOnError) break;
            }
        }

        return new ExecuteMultipleResponse { Results = { ["IsFaulted"] = faulted, ["Responses"] = items } };
    }
}

/// <summary>Many requests that are committed together or not at all.</summary>
internal sealed class ExecuteTransactionMessage : IMessageHandler
{
    public string Message => "ExecuteTransaction";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var requests = Batch.Of(request);
        var responses = new OrganizationResponseCollection();
        for (var index = 0; index < requests.Count; index++)
        {
            if (requests[index].RequestName is "ExecuteMultiple" or "ExecuteTransaction") throw PlatformFaults.Invalid($"ExecuteTransaction can't hold an {requests[index].RequestName}.");
            try
            {
                var response = context.Execute(requests[index]);
                if (request.Optional<bool?>("ReturnResponses") == true) responses.Add(response);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                var detail = new ExecuteTransactionFault
                {
                    ErrorCode = fault.Detail.ErrorCode, Message = fault.Detail.Message, ErrorDetails = fault.Detail.ErrorDetails, InnerFault = fault.Detail.InnerFault,
                    Timestamp = fault.Detail.Timestamp, TraceText = fault.Detail.TraceText, FaultedRequestIndex = index,
                };
                throw new FaultException<OrganizationServiceFault>(detail, fault.Reason, fault.Code, fault.Action);
            }
        }

        return new ExecuteTransactionResponse { Results = { ["Responses"] = responses } };
    }
}

/// <summary>The requests of a batch: at most a thousand.</summary>
internal static class Batch
{
    public const int Most = 1000;

    public static OrganizationRequestCollection Of(OrganizationRequest request)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        return requests.Count <= Most ? requests : throw PlatformFaults.BatchTooLarge(Most, requests.Count);
    }
}
