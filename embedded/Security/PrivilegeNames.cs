using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Security;

/// <summary>The privilege that governs a right on a table: prvRead and so on, then the table's name as privileges spell it.</summary>
/// <remarks>All activities share one set (prvReadActivity …). Links of many-to-many relationships have none of their own.</remarks>
internal static class PrivilegeNames
{
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["systemuser"] = "User",
        ["annotation"] = "Note",
        ["activityparty"] = "Activity",
        ["fieldpermission"] = "FieldSecurityProfile",
        ["customapirequestparameter"] = "CustomAPIRequestParameter",
        ["customapiresponseproperty"] = "CustomAPIResponseProperty",
    };

    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "usersettings", "timezonedefinition", "roleprivileges", "privilege", "owner" };

    /// <summary>The privilege's name; null for tables that have none, whose rows anybody may read.</summary>
    public static string? Of(Table table, AccessRight right, bool isIntersect)
    {
        if (isIntersect || Free.Contains(table.LogicalName)) return null;
        var subject = table.IsActivity ? "Activity" : Special.GetValueOrDefault(table.LogicalName, table.SchemaName);
        return "prv" + right + subject;
    }
}
