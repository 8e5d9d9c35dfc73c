using System.Collections.Generic;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Column security profiles speak of columns that exist and are secured.</summary>
internal sealed class SecuredColumns : IVerifyRule
{
    public string Id => "secured-columns";

    public string Remedy => "Set IsSecured on the column, or take the permission out of the profile (import fails with 0x80048063 or 64).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var profile in zip.Section("FieldSecurityProfiles", "FieldSecurityProfile"))
            foreach (var permission in profile.Elements("FieldPermissions").Elements("FieldPermission"))
            {
                var component = $"column security profile {(string?)profile.Attribute("name")}";
                var table = LogicalName.Of(permission.Text("EntityName") ?? "");
                var column = LogicalName.Of(permission.Text("AttributeName") ?? "");
                if (zip.References.LacksTable(table) || zip.References.LacksColumn(table, column)) yield return new Flaw(component, $"column {table}.{column} does not exist");
                else if (zip.Tables.Column(table, column) is { Custom: true, Secured: false }) yield return new Flaw(component, $"column {table}.{column} is not secured");
            }
    }
}
