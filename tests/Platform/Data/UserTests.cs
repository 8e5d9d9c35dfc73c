using System;
using System.Linq;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class UserTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void A_user_is_added_with_full_name_and_roles()
    {
        var role = organization.Connect().Create(new Entity("role") { ["name"] = "Reader", ["businessunitid"] = new EntityReference("businessunit", organization.RootBusinessUnitId) });

        var user = organization.AddUser("Ana Maria Ruiz", "Reader");

        Assert.Equal("Ana Maria Ruiz", organization.Connect().Retrieve("systemuser", user, new ColumnSet("fullname"))["fullname"]);
        Assert.Equal(role, Assert.Single(organization.Database.Committed.Referencing("systemuserroles", "systemuserid", user).Select(link => link["roleid"])));
    }

    [Fact]
    public void A_role_that_does_not_exist_is_named() =>
        Assert.Contains("Dreamer", Assert.Throws<ArgumentException>(() => organization.AddUser("Ana", "Dreamer")).Message, StringComparison.Ordinal);
}
