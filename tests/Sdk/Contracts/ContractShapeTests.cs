using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Sdk.Contracts;

public class ContractShapeTests
{
    [Fact]
    public void A_contract_shows_no_type_outside_the_namespaces_of_the_real_assembly()
    {
        string[] spaces = ["Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Query", "Microsoft.Xrm.Sdk.Messages", "Microsoft.Xrm.Sdk.Client", "Microsoft.Crm.Sdk.Messages"];

        var types = typeof(Entity).Assembly.GetExportedTypes().Concat(typeof(WhoAmIRequest).Assembly.GetExportedTypes());

        Assert.All(types, type => Assert.Contains(type.Namespace, spaces));
    }
}
