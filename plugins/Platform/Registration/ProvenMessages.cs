using System;
using System.Collections.Generic;

namespace Crm.Extensions.Platform.Registration;

/// <summary>
/// Messages whose ids are the same in every Dataverse environment, as exports of solutions from several environments show. A step on one of them
/// may lie inside the solution zip; a step on any other message is made by <c>crmx_CompleteInstallation</c>, which looks the message up by name.
/// </summary>
public static class ProvenMessages
{
    private static readonly Dictionary<string, Guid> Ids = new(StringComparer.Ordinal)
    {
        ["Create"] = Suffixed("9ebdbb1b"),
        ["Update"] = Suffixed("20bebb1b"),
        ["Delete"] = Suffixed("a1bdbb1b"),
        ["Retrieve"] = Suffixed("f2bdbb1b"),
        ["RetrieveMultiple"] = Suffixed("03bebb1b"),
        ["Assign"] = Suffixed("8cbdbb1b"),
        ["SetState"] = Suffixed("1cbebb1b"),
        ["SetStateDynamicEntity"] = Suffixed("1dbebb1b"),
        ["Merge"] = Suffixed("dbbdbb1b"),
    };

    /// <summary>The message's id (<c>sdkmessageid</c>), or null when it is not proven.</summary>
    public static Guid? Find(string message) => Ids.TryGetValue(message, out var id) ? id : null;

    /// <summary>The message's name, or null when no proven message has that id.</summary>
    public static string? NameOf(Guid id)
    {
        foreach (var pair in Ids)
        {
            if (pair.Value == id) return pair.Key;
        }

        return null;
    }

    private static Guid Suffixed(string start) => new(start + "-ea3e-db11-86a7-000a3a5473e8");
}
