using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A customer of another business unit: who has the privilege and no access to the customer is told nothing, and nothing happens.</summary>
public sealed class CustomerRightsStories
{
    // all that the APIs ask for, everywhere; customers and operations only one's own
    private static readonly KeyValuePair<string, PrivilegeDepth>[] OwnCustomersOnly =
    [
        KeyValuePair.Create("prvReadcrmx_Customer", PrivilegeDepth.Basic),
        KeyValuePair.Create("prvWritecrmx_Customer", PrivilegeDepth.Basic),
        KeyValuePair.Create("prvReadcrmx_CustomerFact", PrivilegeDepth.Global),
        KeyValuePair.Create("prvReadcrmx_IdentityOperation", PrivilegeDepth.Global),
        KeyValuePair.Create("prvCreatecrmx_IdentityOperation", PrivilegeDepth.Global),
        KeyValuePair.Create("prvCreatecrmx_Suppression", PrivilegeDepth.Global),
    ];

    [Theory]
    [InlineData("crmx_JoinCustomers")]
    [InlineData("crmx_SplitCustomer")]
    [InlineData("crmx_UndoOperation")]
    [InlineData("crmx_ExportCustomer")]
    [InlineData("crmx_ForgetCustomer")]
    [InlineData("crmx_RefreshCustomer")]
    public void Who_may_not_see_the_customer_can_do_nothing_with_it(string api)
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var other = new Person(tenant, "Anita", "Zubizarreta");
        var operation = tenant.Join(other.Id, person.Id);
        tenant.RunOperations();
        var before = Operations(tenant);
        var request = new OrganizationRequest(api) { Parameters = { ["CustomerId"] = person.Id, ["Reason"] = "Curiosity" } };
        if (api == "crmx_JoinCustomers") request["OtherId"] = tenant.CustomerId;
        if (api == "crmx_SplitCustomer") request["Links"] = person.ContactLink.ToString("D");
        if (api == "crmx_UndoOperation") request["OperationId"] = operation;
        if (api is "crmx_UndoOperation" or "crmx_ExportCustomer" or "crmx_RefreshCustomer") request.Parameters.Remove(api == "crmx_UndoOperation" ? "CustomerId" : "Reason");

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Distant(tenant).Execute(request));

        Assert.Equal("This row of crmx_customer does not exist, or you may not see it.", refused.Detail.Message);
        Assert.Equal(before, Operations(tenant));
        tenant.Service.Execute(request);
    }

    private static IOrganizationService Distant(Tenant tenant)
    {
        var root = tenant.Read("systemuser", tenant.Dataverse.AdministratorId, "businessunitid").GetAttributeValue<EntityReference>("businessunitid");
        var role = tenant.Service.Create(new Entity("role") { ["name"] = "Own customers only", ["businessunitid"] = root });
        tenant.Dataverse.Security.AddRole(role, "Own customers only", OwnCustomersOnly);
        return tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Diego Distante", "Own customers only"));
    }

    private static int Operations(Tenant tenant) => tenant.Service.RetrieveMultiple(new QueryExpression("crmx_identityoperation")).Entities.Count;
}
