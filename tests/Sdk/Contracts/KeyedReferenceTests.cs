using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Sdk.Contracts;

public class KeyedReferenceTests
{
    [Fact]
    public void References_by_different_keys_are_different()
    {
        Assert.Equal(new EntityReference("account", "accountnumber", "1"), new EntityReference("account", "accountnumber", "1"));
        Assert.NotEqual(new EntityReference("account", "accountnumber", "1"), new EntityReference("account", "accountnumber", "2"));
    }
}
