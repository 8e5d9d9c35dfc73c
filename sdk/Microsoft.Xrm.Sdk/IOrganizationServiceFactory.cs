using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Hands a plug-in its connections to the organization.</summary>
public interface IOrganizationServiceFactory
{
    /// <summary>A connection as that user; null is the system.</summary>
    IOrganizationService CreateOrganizationService(Guid? userId);
}
