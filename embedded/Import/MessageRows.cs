using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Import;

/// <summary>The sdkmessage and sdkmessagefilter rows: which messages there are, and on which tables steps may be registered for them.</summary>
internal static class MessageRows
{
    private const string Suffix = "-ea3e-db11-86a7-000a3a5473e8";

    // Ids that are the same in every organization; the others are given by this one, as every tenant gives its own.
    private static readonly Dictionary<string, string> Published = new(StringComparer.Ordinal)
    {
        ["Create"] = "9ebdbb1b" + Suffix, ["Update"] = "20bebb1b" + Suffix, ["Delete"] = "a1bdbb1b" + Suffix, ["Retrieve"] = "f2bdbb1b" + Suffix,
        ["RetrieveMultiple"] = "03bebb1b" + Suffix, ["Assign"] = "8cbdbb1b" + Suffix, ["SetState"] = "1cbebb1b" + Suffix,
        ["SetStateDynamicEntity"] = "1dbebb1b" + Suffix, ["Merge"] = "dbbdbb1b" + Suffix, ["GrantAccess"] = "c5bdbb1b" + Suffix,
        ["ModifyAccess"] = "dcbdbb1b" + Suffix, ["RevokeAccess"] = "11bebb1b" + Suffix,
        ["Associate"] = "16e7c888-3b24-448b-b7da-ebfe9b681762", ["Disassociate"] = "bdfc191d-fc56-493a-a6b1-cb0c47a22ecc",
    };

    private static readonly string[] OnEveryTable =
    [
        "Create", "Update", "Delete", "Retrieve", "RetrieveMultiple", "CreateMultiple", "UpdateMultiple", "Assign", "SetState", "SetStateDynamicEntity",
        "GrantAccess", "ModifyAccess", "RevokeAccess",
    ];

    private static readonly Dictionary<string, string[]> OnSome = new(StringComparer.Ordinal)
    {
        ["Send"] = ["email"], ["Close"] = ["incident"], ["QualifyLead"] = ["lead"], ["Merge"] = ["account", "contact", "lead", "incident"],
        ["Book"] = ["appointment"], ["Reschedule"] = ["appointment"], ["Win"] = ["opportunity"], ["Lose"] = ["opportunity"],
        ["PickFromQueue"] = ["queueitem"], ["ReleaseToQueue"] = ["queueitem"], ["RemoveFromQueue"] = ["queueitem"], ["AddToQueue"] = ["queue"],
    };

    private static readonly string[] WithoutTable =
        ["Associate", "Disassociate", "Upsert", "UpsertMultiple", "ExecuteMultiple", "ExecuteTransaction", "WhoAmI", "ImportSolution", "PublishAllXml", "StageAndUpgrade"];

    public static Guid Id(string message) => Published.TryGetValue(message, out var id) ? new Guid(id) : NamedId.Of("sdkmessage", message);

    public static Guid FilterId(string message, string table) => NamedId.Of("sdkmessagefilter", message + "|" + table);

    /// <summary>Writes the messages and filters that are not there yet.</summary>
    public static void Ensure(ComponentRows rows, IEnumerable<Table> tables)
    {
        foreach (var message in OnEveryTable.Concat(OnSome.Keys).Concat(WithoutTable)) Message(rows, message);
        // activitypointer takes no steps: they belong on the activity tables themselves
        var names = tables.Where(table => table.LogicalName != "activitypointer").Select(table => table.LogicalName).ToList();
        foreach (var table in names)
        {
            foreach (var message in OnEveryTable) Filter(rows, message, table);
        }
        foreach (var (message, allowed) in OnSome)
        {
            foreach (var table in allowed.Intersect(names, StringComparer.Ordinal)) Filter(rows, message, table);
        }
    }

    public static void Message(ComponentRows rows, string message)
    {
        if (rows.View.Find("sdkmessage", Id(message)) is null)
            rows.Put("sdkmessage", Id(message), new() { ["name"] = message, ["categoryname"] = message, ["isactive"] = true });
    }

    private static void Filter(ComponentRows rows, string message, string table)
    {
        var id = FilterId(message, table);
        if (rows.View.Find("sdkmessagefilter", id) is not null) return;
        rows.Put("sdkmessagefilter", id, new()
        {
            ["sdkmessageid"] = new Reference("sdkmessage", Id(message)),
            ["primaryobjecttypecode"] = table,
            ["secondaryobjecttypecode"] = "none",
            ["iscustomprocessingstepallowed"] = true,
            ["isvisible"] = true,
        });
    }
}
