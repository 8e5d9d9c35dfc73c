using System;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Sdk;

public class ValueEqualityTests
{
    [Fact]
    public void References_are_equal_when_table_and_id_are_whatever_the_name()
    {
        var id = Guid.NewGuid();

        Assert.Equal(new EntityReference("account", id) { Name = "A" }, new EntityReference("account", id) { Name = "B" });
        Assert.NotEqual(new EntityReference("account", id), new EntityReference("contact", id));
        Assert.Equal(new EntityReference("account", id).GetHashCode(), new EntityReference("account", id).GetHashCode());
    }

    [Fact]
    public void Money_and_options_are_equal_by_value()
    {
        Assert.Equal(new Money(1.50m), new Money(1.5m));
        Assert.Equal(0m, new Money().Value);
        Assert.Equal(new OptionSetValue(3), new OptionSetValue(3));
        Assert.NotEqual(new OptionSetValue(3), new OptionSetValue(4));
    }

    [Fact]
    public void Relationships_are_equal_by_name_and_role()
    {
        Assert.Equal(new Relationship("r"), new Relationship("r"));
        Assert.NotEqual(new Relationship("r") { PrimaryEntityRole = EntityRole.Referenced }, new Relationship("r"));
    }
}
