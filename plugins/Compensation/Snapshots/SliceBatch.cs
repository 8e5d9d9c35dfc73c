using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Creates rows together, in asynchronous steps alone. A row that is there already, whoever made it, stands as it is.</summary>
internal sealed class SliceBatch
{
    private readonly IOrganizationService service;

    public SliceBatch(IOrganizationService service) => this.service = service;

    public void Create(IEnumerable<Entity> rows) => Send(rows.Select(row => (OrganizationRequest)new CreateRequest { Target = row }));

    /// <exception cref="FaultException{OrganizationServiceFault}">One of them failed for another reason than being there already.</exception>
    public void Send(IEnumerable<OrganizationRequest> requests)
    {
        var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = false }, Requests = [] };
        batch.Requests.AddRange(requests);
        var response = (ExecuteMultipleResponse)service.Execute(batch);
        var fault = response.Responses.Select(item => item.Fault).FirstOrDefault(found => found is not null && found.ErrorCode is not (Fault.DuplicateKey or Fault.DuplicateRow));
        if (fault is not null) throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
    }
}
