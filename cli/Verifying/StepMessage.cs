using System;
using System.Collections.Generic;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>The message that a step is registered on.</summary>
internal static class StepMessage
{
    /// <summary>Ids that one export shows, or that no step of ours needs.</summary>
    private static readonly Dictionary<Guid, string> Others = new()
    {
        [new Guid("c5bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "GrantAccess",
        [new Guid("dcbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "ModifyAccess",
        [new Guid("11bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RevokeAccess",
        [new Guid("16e7c888-3b24-448b-b7da-ebfe9b681762")] = "Associate",
        [new Guid("bdfc191d-fc56-493a-a6b1-cb0c47a22ecc")] = "Disassociate",
    };

    /// <summary>The message's name, null when its id is not one that is known.</summary>
    public static string? Of(XElement step) =>
        Guid.TryParse(step.Text("SdkMessageId"), out var id) ? ProvenMessages.NameOf(id) ?? Others.GetValueOrDefault(id) : null;

    public static string Title(XElement step) => $"step {(string?)step.Attribute("Name") ?? (string?)step.Attribute("SdkMessageProcessingStepId")}";
}
