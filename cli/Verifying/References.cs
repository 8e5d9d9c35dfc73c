using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>
/// Says whether what a component refers to is surely absent. Of tables that nobody described, of columns that another solution may have added, and
/// of what the manifest declares as a dependency nothing is said.
/// </summary>
internal sealed class References
{
    private static readonly string[] Everywhere =
    [
        "versionnumber", "processid", "stageid", "traversedpath", "activitytypecode", "instancetypecode", "entityimage", "entityimageid", "entityimage_url",
        "entityimage_timestamp", "createdon", "modifiedon", "createdby", "modifiedby", "ownerid", "owninguser", "owningteam", "owningbusinessunit",
        "statecode", "statuscode", "transactioncurrencyid", "exchangerate", "importsequencenumber", "overriddencreatedon", "organizationid",
        "timezoneruleversionnumber", "utcconversiontimezonecode", "createdonbehalfby", "modifiedonbehalfby",
    ];

    private static readonly string[] Derived = ["yominame", "name", "type", "idtype"];

    private readonly SolutionZip zip;
    private readonly HashSet<string> declared;

    public References(SolutionZip zip)
    {
        this.zip = zip;
        declared = zip.Manifest.Elements("MissingDependencies").Elements("MissingDependency").Elements("Required")
            .SelectMany(required => required.Attributes()).Where(attribute => attribute.Name.LocalName is "schemaName" or "id")
            .Select(attribute => Plain(attribute.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the manifest says that another solution brings it.</summary>
    public bool IsDeclared(string nameOrId) => declared.Contains(Plain(nameOrId));

    /// <summary>Whether there is surely no such table.</summary>
    public bool LacksTable(string table) =>
        !zip.Tables.IsDescribed(table) && !IsDeclared(table) && (zip.IsOurs || zip.IsOwnName(table)) && !zip.Tables.Own.Any(own => own.LogicalName == table);

    /// <summary>Whether the table surely has no such column.</summary>
    public bool LacksColumn(string table, string column)
    {
        if (column.Length == 0 || zip.Tables.Column(table, column) is not null || IsDeclared(column) || Everywhere.Contains(column)) return false;
        if (Derived.Any(suffix => column.EndsWith(suffix, StringComparison.Ordinal) && (Everywhere.Contains(column[..^suffix.Length]) || zip.Tables.Column(table, column[..^suffix.Length]) is not null))) return false;
        if (zip.Tables.Brings(table))
            return zip.IsOwnName(column) || !column.Contains('_', StringComparison.Ordinal) && !IsActivityColumn(table, column);
        if (zip.IsOurs) return zip.Tables.IsDescribed(table);
        return zip.IsOwnName(column) && zip.Tables.IsDescribed(table);
    }

    private bool IsActivityColumn(string table, string column) =>
        zip.Tables.Own.Any(own => own.LogicalName == table && own.IsActivity) && zip.Tables.Column("activitypointer", column) is not null;

    private static string Plain(string name) => Guid.TryParse(name, out var id) ? id.ToString("D") : name;
}
