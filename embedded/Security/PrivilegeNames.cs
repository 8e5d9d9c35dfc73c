using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Security;

/// <summary>The privilege that governs a right on a table: prvRead and so on, then the table's name as privileges spell it.</summary>
/// <remarks>All activities share one set (prvReadActivity …). Links of many-to-many relationships have none of their own.</remarks>
internal static class PrivilegeNames
{
    private const string Prefix = "prv";
    private const string Activity = "Activity";

    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["systemuser"] = "User",
        ["annotation"] = "Note",
        ["activityparty"] = Activity,
        ["savedquery"] = "Query",
        ["fieldpermission"] = "FieldSecurityProfile",
        ["customapirequestparameter"] = "CustomAPIRequestParameter",
        ["customapiresponseproperty"] = "CustomAPIResponseProperty",
    };

    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "usersettings", "timezonedefinition", "roleprivileges", "privilege", "owner" };

    /// <summary>The privilege's name; null for tables that have none, whose rows anybody may read.</summary>
    public static string? Of(Table table, AccessRight right, bool isIntersect) =>
        isIntersect || Free.Contains(table.LogicalName) ? null : Prefix + right + Subject(table);

    /// <summary>The word for a table in the names of its privileges.</summary>
    public static string Subject(Table table) => table.IsActivity ? Activity : Special.GetValueOrDefault(table.LogicalName, table.SchemaName);

    /// <summary>Which right on which table a privilege gives, its name compared without regard to case; null when no table has such a privilege.</summary>
    public static (Table Table, AccessRight Right)? Parse(string privilege, Catalog catalog)
    {
        if (!privilege.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = privilege[Prefix.Length..];
        // AppendTo before Append: the longer verb wins
        foreach (var right in Enum.GetValues<AccessRight>().OrderByDescending(right => right.ToString().Length))
        {
            var verb = right.ToString();
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && TableOf(rest[verb.Length..], catalog) is { } table) return (table, right);
        }
        return null;
    }

    private static Table? TableOf(string subject, Catalog catalog) =>
        string.Equals(subject, Activity, StringComparison.OrdinalIgnoreCase)
            ? catalog.Find("activitypointer")
            : catalog.Tables.FirstOrDefault(known =>
                string.Equals(subject, Subject(known), StringComparison.OrdinalIgnoreCase) || string.Equals(subject, known.LogicalName, StringComparison.OrdinalIgnoreCase));
}
