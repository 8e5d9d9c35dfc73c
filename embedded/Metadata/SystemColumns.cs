using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>The columns that the platform gives every new table, for those that a solution's XML leaves out.</summary>
internal static class SystemColumns
{
    /// <summary>The table with its system columns; columns that it lists itself stay as they are.</summary>
    public static Table Complete(Table table)
    {
        var missing = For(table.Ownership).Where(column => table.Find(column.LogicalName) is null).ToList();
        return missing.Count == 0 ? table : table.Extend(missing, []);
    }

    private static IEnumerable<Column> For(Ownership ownership)
    {
        yield return new Column { LogicalName = "versionnumber", SchemaName = "VersionNumber", Type = ColumnType.BigInt, ValidForCreate = false, ValidForUpdate = false };
        foreach (var moment in new[] { "CreatedOn", "ModifiedOn" }) yield return ReadOnly(moment, ColumnType.DateTime);
        foreach (var person in new[] { "CreatedBy", "ModifiedBy", "CreatedOnBehalfBy", "ModifiedOnBehalfBy" }) yield return ReadOnly(person, ColumnType.Lookup, "systemuser");
        yield return new Column
        {
            LogicalName = "overriddencreatedon", SchemaName = "OverriddenCreatedOn", Type = ColumnType.DateTime, ValidForUpdate = false,
        };
        yield return new Column { LogicalName = "importsequencenumber", SchemaName = "ImportSequenceNumber", Type = ColumnType.Integer, ValidForUpdate = false };
        yield return new Column { LogicalName = "timezoneruleversionnumber", SchemaName = "TimeZoneRuleVersionNumber", Type = ColumnType.Integer };
        yield return new Column { LogicalName = "utcconversiontimezonecode", SchemaName = "UTCConversionTimeZoneCode", Type = ColumnType.Integer };
        if (ownership == Ownership.Organization) yield return ReadOnly("OrganizationId", ColumnType.Lookup, "organization");
        if (ownership != Ownership.User) yield break;
        yield return new Column { LogicalName = "ownerid", SchemaName = "OwnerId", Type = ColumnType.Owner, SystemRequired = true, Targets = ["systemuser", "team"] };
        yield return ReadOnly("OwningBusinessUnit", ColumnType.Lookup, "businessunit");
        yield return ReadOnly("OwningUser", ColumnType.Lookup, "systemuser");
        yield return ReadOnly("OwningTeam", ColumnType.Lookup, "team");
    }

    private static Column ReadOnly(string schemaName, ColumnType type, params string[] targets) => new()
    {
        LogicalName = EntityXmlReader.Lower(schemaName),
        SchemaName = schemaName,
        Type = type,
        Targets = targets,
        ValidForCreate = false,
        ValidForUpdate = false,
    };
}
