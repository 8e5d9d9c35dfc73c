using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Reads a privilege's name: which right on which table it gives.</summary>
internal static class PrivilegeNames
{
    // AppendTo before Append: the longer verb wins
    private static readonly (string Verb, AccessRight Right)[] Verbs =
    [
        ("Create", AccessRight.Create), ("Read", AccessRight.Read), ("Write", AccessRight.Write), ("Delete", AccessRight.Delete),
        ("AppendTo", AccessRight.AppendTo), ("Append", AccessRight.Append), ("Assign", AccessRight.Assign), ("Share", AccessRight.Share),
    ];

    /// <summary>Null when no table has such a privilege.</summary>
    public static (Table Table, AccessRight Right)? Parse(string privilege, Catalog catalog)
    {
        if (!privilege.StartsWith("prv", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = privilege[3..];
        foreach (var (verb, right) in Verbs)
        {
            if (!rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) continue;
            var subject = rest[verb.Length..];
            var table = string.Equals(subject, "Activity", StringComparison.OrdinalIgnoreCase)
                ? catalog.Find("activitypointer")
                : catalog.Tables.FirstOrDefault(known => string.Equals(subject, PrivilegeRows.Subject(known), StringComparison.OrdinalIgnoreCase)
                    || string.Equals(subject, known.LogicalName, StringComparison.OrdinalIgnoreCase));
            if (table is not null) return (table, right);
        }
        return null;
    }
}
