namespace Crm.Extensions.Embedded.FaultInjection;

/// <summary>Where a fault strikes.</summary>
internal enum FaultPoint
{
    ClientRequest,
    ClientResponse,
    PluginRequest,
    AnyRequest,
    Step,
}
