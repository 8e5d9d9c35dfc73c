using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Roles grant privileges that exist, at depths that exist.</summary>
internal sealed class RolePrivileges : IVerifyRule
{
    private static readonly string[] Levels = ["Basic", "Local", "Deep", "Global", "RecordFilter"];

    public string Id => "role-privileges";

    public string Remedy => "Name it prv, verb, schema name of a table; tables of the organization take Global alone (import fails with 0x80048058).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var role in zip.Section("Roles", "Role"))
            foreach (var privilege in role.Elements("RolePrivileges").Elements("RolePrivilege"))
            {
                var component = $"role {(string?)role.Attribute("name")}";
                var name = (string?)privilege.Attribute("name") ?? "";
                var level = (string?)privilege.Attribute("level") ?? "";
                if (PrivilegeName.Problem(zip, name) is { } problem) yield return new Flaw(component, $"privilege {name} {problem}");
                if (!Levels.Contains(level)) yield return new Flaw(component, $"privilege {name} has the unknown level '{level}'");
                else if (level != "Global" && PrivilegeName.IsOfOrganization(zip, name)) yield return new Flaw(component, $"privilege {name} can only be Global");
            }
    }
}
