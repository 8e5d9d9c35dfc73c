using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;

namespace Crm.Extensions.Embedded.Import;

/// <summary>The privileges that every table has, by their names; activity tables share those of Activity.</summary>
internal static class PrivilegeRows
{
    private static readonly (string Verb, int Right)[] Verbs =
    [
        ("Create", 32), ("Read", 1), ("Write", 2), ("Delete", 65536), ("Append", 4), ("AppendTo", 16), ("Assign", 524288), ("Share", 262144),
    ];

    // tables of metadata, which hold no rows here
    private static readonly string[] MetadataTables = ["Attribute", "Entity", "OptionSet", "Relationship", "EntityKey", "AppModule", "SystemForm", "Query", "SiteMap"];

    public static Guid Id(string name) => NamedId.Of("privilege", name.ToUpperInvariant());

    /// <summary>Writes the privileges of the tables that have none yet.</summary>
    public static void Ensure(ComponentRows rows, IEnumerable<Table> tables)
    {
        var subjects = tables.Select(table => (Subject: PrivilegeNames.Subject(table), OrganizationOwned: table.Ownership == Ownership.Organization && !table.IsActivity));
        foreach (var (subject, organizationOwned) in subjects.Concat(MetadataTables.Select(name => (name, true))).DistinctBy(pair => pair.Item1))
        {
            foreach (var (verb, right) in Verbs.Where(verb => !organizationOwned || verb.Verb is not ("Assign" or "Share")))
            {
                var name = "prv" + verb + subject;
                if (rows.View.Find("privilege", Id(name)) is not null) continue;
                rows.Put("privilege", Id(name), new()
                {
                    ["name"] = name,
                    ["accessright"] = right,
                    ["canbebasic"] = !organizationOwned,
                    ["canbelocal"] = !organizationOwned,
                    ["canbedeep"] = !organizationOwned,
                    ["canbeglobal"] = true,
                });
            }
        }
    }
}
