using System;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>A privilege's name taken apart: <c>prvReadcrmx_Customer</c> is to read rows of crmx_customer.</summary>
internal static class PrivilegeName
{
    // longer verbs first: AppendTo begins with Append
    private static readonly string[] Verbs = ["AppendTo", "Append", "Assign", "Create", "Delete", "Read", "Share", "Write"];

    /// <summary>Why there is surely no such privilege; null where there is one, or nothing can be said.</summary>
    public static string? Problem(SolutionZip zip, string privilege)
    {
        if (!privilege.StartsWith("prv", StringComparison.OrdinalIgnoreCase)) return "does not begin with prv";
        var rest = privilege[3..];
        var verb = Verbs.FirstOrDefault(one => rest.StartsWith(one, StringComparison.OrdinalIgnoreCase));
        if (verb is null) return zip.IsOurs && (zip.IsOwnName(rest) || rest.Contains(zip.Prefix + "_", StringComparison.OrdinalIgnoreCase)) ? "has no verb that the platform knows" : null;
        var table = LogicalName.Of(rest[verb.Length..]);

        // a solution of roles alone is imported after those that bring the tables
        var brings = zip.IsOurs || zip.Tables.Own.Any(one => one.IsWhole && zip.IsOwnName(one.LogicalName));
        if (brings && table.StartsWith(zip.Prefix + "_", StringComparison.Ordinal) && zip.References.LacksTable(table)) return $"is for table {table}, which does not exist";
        var own = zip.Tables.Own.FirstOrDefault(one => one.LogicalName == table && one.IsWhole);
        if (own is null) return null;
        if (own.IsActivity) return $"does not exist: rows of {table} are governed by the privileges of activities";
        return own.OrganizationOwned && verb is ("Assign" or "Share") ? $"does not exist: rows of {table} belong to the organization" : null;
    }

    /// <summary>Whether it is for a table of the organization, which is granted in whole or not at all.</summary>
    public static bool IsOfOrganization(SolutionZip zip, string privilege) =>
        zip.Tables.Own.Any(table => table.OrganizationOwned && privilege.EndsWith(table.LogicalName, StringComparison.OrdinalIgnoreCase)
            && Verbs.Any(verb => privilege.Length == 3 + verb.Length + table.LogicalName.Length));
}
