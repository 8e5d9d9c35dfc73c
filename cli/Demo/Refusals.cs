using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Tells what a plug-in refuses from what goes wrong.</summary>
internal static class Refusals
{
    /// <summary>The platform's code for "a plug-in refused this".</summary>
    private const int RefusedByPlugin = unchecked((int)0x80040265);

    /// <returns>False when a plug-in refused the request; any other fault is thrown on.</returns>
    public static bool TryDo(Action request)
    {
        try
        {
            request();
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == RefusedByPlugin)
        {
            return false;
        }
    }
}
