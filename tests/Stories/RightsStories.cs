using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who may do what, with the roles that lie in the zip.</summary>
public sealed class RightsStories
{
    [Fact]
    public void A_collector_does_a_days_work()
    {
        using var tenant = new Tenant();
        var user = tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector");
        var collector = tenant.Dataverse.Connect(user);

        var call = collector.Create(tenant.Call(Bogota(23, 12, 0)));
        var refused = Assert.ThrowsAny<FaultException>(() => collector.Update(new Entity("phonecall", call) { ["scheduledend"] = Bogota(23, 21, 30) }));
        collector.Update(new Entity("phonecall", call)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
            ["crmx_outcome"] = Choice(3),
        });
        collector.Create(new Entity("crmx_consent")
        {
            ["crmx_name"] = "No calls at noon",
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_kind"] = Choice(2),
        });

        Assert.Contains("Ley 2300", refused.Message, StringComparison.Ordinal);
        var seen = collector.RetrieveMultiple(new QueryExpression("crmx_contactattempt") { ColumnSet = new ColumnSet("ownerid", "crmx_decision") }).Entities;
        Assert.Equal(2, seen.Count);
        Assert.All(seen, attempt => Assert.Equal(user, attempt.GetAttributeValue<EntityReference>("ownerid").Id));
        var answer = collector.Execute(Question(tenant.CustomerId));
        Assert.Equal(false, answer.Results["Allowed"]);
    }

    [Fact]
    public void A_collector_writes_no_attempts_of_his_own()
    {
        using var tenant = new Tenant();
        var collector = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector"));
        var attempt = new Entity("crmx_contactattempt")
        {
            ["crmx_name"] = "It never was",
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
        };

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => collector.Create(attempt));

        Assert.Contains("prvCreatecrmx_ContactAttempt", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_lacks_the_privilege_is_told_nothing()
    {
        using var tenant = new Tenant();
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Question(tenant.CustomerId)));

        Assert.Contains("prvReadcrmx_ContactAttempt", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_the_customer_is_told_nothing_about_him()
    {
        using var tenant = new Tenant();
        var user = tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector");
        var branch = tenant.Service.Create(new Entity("businessunit") { ["name"] = "Branch", ["parentbusinessunitid"] = RootUnit(tenant) });
        tenant.Service.Update(new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", branch) });
        var roles = new EntityReferenceCollection { Role(tenant) };
        var link = new Relationship("systemuserroles_association");
        tenant.Service.Disassociate("systemuser", user, link, roles);
        tenant.Service.Associate("systemuser", user, link, roles);

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => tenant.Dataverse.Connect(user).Execute(Question(tenant.CustomerId)));

        Assert.Equal("This row of crmx_customer does not exist, or you may not see it.", refused.Detail.Message);
    }

    /// <summary>On the platform an owner needs the read privilege; the engine asks no owner, so a plug-in of the test does.</summary>
    [Fact]
    public void The_call_of_a_user_without_our_roles_is_saved_and_its_attempt_belongs_to_the_system()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.RegisterStep<OwnersMayRead>("Create", "crmx_contactattempt", 20);
        var user = tenant.Dataverse.AddUser("Teo Tenant");
        var call = tenant.Call(Bogota(23, 12, 0));
        call["ownerid"] = new EntityReference("systemuser", user);

        tenant.Service.Create(call);

        Assert.NotEqual(user, Assert.Single(tenant.Attempts()).GetAttributeValue<EntityReference>("ownerid").Id);
    }

    private static OrganizationRequest Question(Guid customer) => new("crmx_EvaluateContact")
    {
        ["CustomerId"] = customer,
        ["Channel"] = "phonecall",
        ["Purpose"] = "collection",
        ["At"] = Bogota(23, 21, 30),
    };

    private static EntityReference RootUnit(Tenant tenant) =>
        tenant.Read("systemuser", tenant.Dataverse.AdministratorId, "businessunitid").GetAttributeValue<EntityReference>("businessunitid");

    private static EntityReference Role(Tenant tenant)
    {
        var query = new QueryExpression("role");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "Crm.Extensions Collector");
        return tenant.Service.RetrieveMultiple(query).Entities.First().ToEntityReference();
    }
}

/// <summary>Refuses an owner who may not read the table, as the platform does.</summary>
public sealed class OwnersMayRead : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        if (((Entity)context.InputParameters["Target"]).GetAttributeValue<EntityReference>("ownerid") is not { } owner) return;

        var held = factory.CreateOrganizationService(null)
            .Execute(new OrganizationRequest("RetrieveUserPrivilegeByPrivilegeName") { ["UserId"] = owner.Id, ["PrivilegeName"] = "prvReadcrmx_ContactAttempt" })
            .Results["RolePrivileges"];
        if (held is RolePrivilege[] { Length: 0 }) throw new InvalidPluginExecutionException("Principal user is missing prvReadcrmx_ContactAttempt privilege.");
    }
}
