using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

/// <summary>
/// Carries out one request, with everything that fires around it. The request's parameters belong to the executor: whoever calls across a boundary (client, plug-in)
/// has copied them before (<see cref="Messages.Boundary"/>).
/// </summary>
internal interface IRequestExecutor
{
    OrganizationResponse Execute(OrganizationRequest request, CallContext context);
}
