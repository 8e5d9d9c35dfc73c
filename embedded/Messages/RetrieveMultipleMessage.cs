using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>What a query finds.</summary>
internal sealed class RetrieveMultipleMessage : IMessageHandler
{
    public string Message => "RetrieveMultiple";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var query = request.Required<QueryBase>("Query");
        using (context.Organization.Database.Statement())
        {
            return new RetrieveMultipleResponse { Results = { ["EntityCollection"] = context.Queries.Execute(query, context.View, context.Call) } };
        }
    }
}
