using System;
using System.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

/// <summary>A contact hangs on its account by a parental look-up: it inherits what the account's owner and those with whom it is shared may do.</summary>
public sealed class ReparentingTests : IDisposable
{
    private readonly EmbeddedDataverse organization = new();
    private readonly IOrganizationService client;
    private readonly Guid reader;
    private readonly Guid shared;
    private readonly Guid unshared;

    public ReparentingTests()
    {
        client = organization.Connect();
        reader = organization.AddUser("Rita Reader");
        shared = client.Create(new Entity("account") { ["name"] = "shared" });
        unshared = client.Create(new Entity("account") { ["name"] = "unshared" });
        client.Execute(new GrantAccessRequest
        {
            Target = new EntityReference("account", shared),
            PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("systemuser", reader), AccessMask = AccessRights.ReadAccess },
        });
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void Who_has_a_share_of_the_parent_has_it_of_the_child_as_long_as_it_hangs_there()
    {
        var contact = client.Create(new Entity("contact") { ["lastname"] = "child", ["parentcustomerid"] = new EntityReference("account", shared) });
        Assert.Equal(AccessRights.ReadAccess, RightsOf(reader, contact));

        client.Update(new Entity("contact", contact) { ["parentcustomerid"] = new EntityReference("account", unshared) });
        Assert.Equal(AccessRights.None, RightsOf(reader, contact));

        client.Update(new Entity("contact", contact) { ["parentcustomerid"] = new EntityReference("account", shared) });
        Assert.Equal(AccessRights.ReadAccess, RightsOf(reader, contact));
        client.Update(new Entity("contact", contact) { ["parentcustomerid"] = null });
        Assert.Equal(AccessRights.None, RightsOf(reader, contact));
    }

    [Fact]
    public void The_owner_of_the_parent_may_do_everything_with_a_child_that_another_owns()
    {
        var account = client.Create(new Entity("account") { ["name"] = "Rita's", ["ownerid"] = new EntityReference("systemuser", reader) });
        var own = client.Create(new Entity("contact") { ["lastname"] = "other's", ["parentcustomerid"] = new EntityReference("account", account) });
        Assert.True(RightsOf(reader, own).HasFlag(AccessRights.WriteAccess | AccessRights.DeleteAccess));
    }

    [Fact]
    public void An_unshare_of_the_parent_reaches_the_child()
    {
        var contact = client.Create(new Entity("contact") { ["lastname"] = "child", ["parentcustomerid"] = new EntityReference("account", shared) });
        client.Execute(new RevokeAccessRequest { Target = new EntityReference("account", shared), Revokee = new EntityReference("systemuser", reader) });
        Assert.Equal(AccessRights.None, RightsOf(reader, contact));
    }

    private AccessRights RightsOf(Guid user, Guid row) =>
        Shares.On(organization.Database.Committed, row).Where(share => share.Principal == new Reference("systemuser", user)).Aggregate(AccessRights.None, (all, share) => all | share.Rights);
}
