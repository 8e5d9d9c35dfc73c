using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

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
        "timezoneruleversionnumber", "utcconversiontimezonecode", "createdonbehalfby", "modifiedonbehalfby", "partitionid", "ttlinseconds",
    ];

    /// <summary>Columns that the platform adds beside one that is listed, and that exports leave out: by ending, and by the type that has them.</summary>
    private static readonly (string Ending, string? Type)[] Derived =
    [
        ("yominame", null), ("name", null), ("type", null), ("idtype", null), ("_date", null), ("_state", null), ("_base", "money"), ("_name", "file"),
        ("id", "image"), ("_url", "image"), ("_timestamp", "image"),
    ];

    private readonly SolutionZip zip;
    private readonly HashSet<string> declared;
    private readonly HashSet<string> intersects;

    public References(SolutionZip zip)
    {
        this.zip = zip;
        declared = zip.Manifest.Elements("MissingDependencies").Elements("MissingDependency").Elements("Required")
            .SelectMany(required => required.Attributes()).Where(attribute => attribute.Name.LocalName is "schemaName" or "id")
            .Select(attribute => Plain(attribute.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        intersects = zip.Section("EntityRelationships", "EntityRelationship").Select(one => one.Text("IntersectEntityName")).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the manifest says that another solution brings it.</summary>
    public bool IsDeclared(string nameOrId) => declared.Contains(Plain(nameOrId));

    /// <summary>Whether there is surely no such table.</summary>
    public bool LacksTable(string table) =>
        !zip.Tables.IsDescribed(table) && !IsDeclared(table) && !intersects.Contains(table) && (zip.IsOurs || zip.IsOwnName(table)) && !zip.Tables.Own.Any(own => own.LogicalName == table);

    /// <summary>Whether the table surely has no such column.</summary>
    public bool LacksColumn(string table, string column)
    {
        if (column.Length == 0 || zip.Tables.Column(table, column) is not null || IsDeclared(column) || Everywhere.Contains(column)) return false;
        if (IsDerived(table, column)) return false;

        // another publisher's table comes with those of its columns that were changed, so its list says nothing of the rest
        if (zip.Tables.Brings(table) && (zip.IsOurs || zip.IsOwnName(table)))
            return zip.IsOwnName(column) || !column.Contains('_', StringComparison.Ordinal) && !IsActivityColumn(table, column);
        if (zip.IsOurs) return zip.Tables.IsDescribed(table);
        return zip.IsOwnName(column) && zip.Tables.IsDescribed(table);
    }

    private bool IsDerived(string table, string column) => Derived.Any(derived =>
        column.EndsWith(derived.Ending, StringComparison.Ordinal) && column[..^derived.Ending.Length] is var origin
        && (zip.Tables.Column(table, origin) is { } found ? derived.Type is null || derived.Type == found.Type : derived.Type is null && Everywhere.Contains(origin)));

    private bool IsActivityColumn(string table, string column) =>
        zip.Tables.Own.Any(own => own.LogicalName == table && own.IsActivity) && zip.Tables.Column("activitypointer", column) is not null;

    private static string Plain(string name) => Guid.TryParse(name, out var id) ? id.ToString("D") : name;
}
