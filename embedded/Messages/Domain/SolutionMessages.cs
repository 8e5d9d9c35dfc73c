using System.IO;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Embedded.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Imports a packed solution. Steps arrive switched off unless PublishWorkflows says otherwise.</summary>
internal sealed class ImportSolutionMessage : IMessageHandler
{
    public string Message => "ImportSolution";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context) =>
        SolutionFiles.Import(new ImportSolutionResponse(), request, context, upgrade: false);
}

/// <summary>Imports a newer version and removes what it no longer has.</summary>
internal sealed class StageAndUpgradeMessage : IMessageHandler
{
    public string Message => "StageAndUpgrade";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context) =>
        SolutionFiles.Import(new StageAndUpgradeResponse(), request, context, upgrade: true);
}

/// <summary>Publishes customizations: here they are public as soon as they are imported.</summary>
internal sealed class PublishAllXmlMessage : IMessageHandler
{
    public string Message => "PublishAllXml";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context) => new PublishAllXmlResponse();
}

/// <summary>What the importing messages share.</summary>
internal static class SolutionFiles
{
    public static OrganizationResponse Import(OrganizationResponse response, OrganizationRequest request, MessageContext context, bool upgrade)
    {
        context.Demand(context.TableOf("solution"), AccessRight.Create, null);
        using var zip = new MemoryStream(request.Required<byte[]>("CustomizationFile"), writable: false);
        var report = context.Organization.Installer.Import(zip, new ImportOptions { PublishWorkflows = request.Optional<bool>("PublishWorkflows"), Upgrade = upgrade });
        if (upgrade) response.Results["SolutionId"] = report.Solution.Id;
        return response;
    }
}
