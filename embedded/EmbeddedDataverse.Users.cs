using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

public sealed partial class EmbeddedDataverse
{
    /// <summary>Adds a user of the root business unit with these roles: ordinary requests of the administrator.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="roles">Names of security roles.</param>
    /// <exception cref="ArgumentException">There is no role of that name.</exception>
    public Guid AddUser(string name, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(roles);
        var client = Connect();
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var user = client.Create(new Entity("systemuser")
        {
            ["firstname"] = space < 0 ? name : name[..space],
            ["lastname"] = space < 0 ? null : name[(space + 1)..],
            ["domainname"] = name.Replace(' ', '.') + "@embedded",
            ["businessunitid"] = new EntityReference("businessunit", RootBusinessUnitId),
        });
        if (roles.Length == 0) return user;

        var references = new EntityReferenceCollection();
        foreach (var role in roles)
        {
            var row = Database.Committed.All("role").FirstOrDefault(one => one["name"] as string == role)
                ?? throw new ArgumentException($"There is no security role '{role}'.", nameof(roles));
            references.Add(new EntityReference("role", row.Id));
        }

        client.Associate("systemuser", user, new Relationship("systemuserroles_association"), references);
        return user;
    }
}
