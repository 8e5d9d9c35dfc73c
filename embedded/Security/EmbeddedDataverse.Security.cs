using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Security.Messages;

namespace Crm.Extensions.Embedded;

/// <content>Rights and queries.</content>
public sealed partial class EmbeddedDataverse
{
    /// <summary>What roles and column security profiles contain; an import fills it.</summary>
    internal SecurityStore Security { get; } = new();

    /// <summary>From now on rights are asked for, and queries answered.</summary>
    private void JoinQueriesAndSecurity()
    {
        var authority = new RoleAuthority(() => Catalog, Security);
        Authority = authority;
        Queries = new QueryEngine(this);
        Messages.Add(
            new GrantAccessMessage(), new ModifyAccessMessage(), new RevokeAccessMessage(), new RetrievePrincipalAccessMessage(authority),
            new RetrieveSharedPrincipalsAndAccessMessage(), new RetrieveUserPrivilegeByPrivilegeNameMessage(authority));
    }
}
