using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Tests.Platform.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

/// <summary>All activities are seen through activitypointer, and their parties, by those who may see the activity itself.</summary>
public sealed class ActivityVisibilityTests : IDisposable
{
    private readonly Shop shop = new();
    private readonly Guid reader;
    private readonly Guid mine;
    private readonly Guid theirs;

    public ActivityVisibilityTests()
    {
        reader = shop.AddUser(null, ("prvReadActivity", PrivilegeDepth.Basic), ("prvReadContact", PrivilegeDepth.Global));
        var contact = shop.Service.Create(new Entity("contact") { ["lastname"] = "Ana" });
        var party = new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) };
        mine = Call("mine", reader, party);
        theirs = Call("theirs", shop.Organization.AdministratorId, party);
        shop.Service.Create(new Entity("task") { ["subject"] = "task", ["ownerid"] = new EntityReference("systemuser", reader) });
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public void The_pointer_shows_each_activity_that_the_caller_may_read_and_tells_its_table()
    {
        Assert.Equal("mine:phonecall task:task", Pointers(reader));
        Assert.Equal("mine:phonecall task:task theirs:phonecall", Pointers(shop.Organization.AdministratorId));
    }

    [Fact]
    public void One_pointer_by_its_id_is_refused_where_the_activity_is()
    {
        var client = shop.Organization.Connect(reader);
        Assert.Equal("mine", client.Retrieve("activitypointer", mine, new ColumnSet("subject"))["subject"]);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Retrieve("activitypointer", theirs, new ColumnSet("subject")));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Retrieve("phonecall", theirs, new ColumnSet("subject")));
    }

    [Fact]
    public void Parties_are_seen_by_those_who_see_their_activity()
    {
        Assert.Equal(1, Parties(reader, mine));
        Assert.Equal(0, Parties(reader, theirs));
        Assert.Equal(1, Parties(shop.Organization.AdministratorId, theirs));
        var to = shop.Organization.Connect(reader).Retrieve("phonecall", mine, new ColumnSet("to")).GetAttributeValue<EntityCollection>("to");
        Assert.Equal("contact", to.Entities.Single().GetAttributeValue<EntityReference>("partyid").LogicalName);
    }

    [Fact]
    public void Nothing_is_written_through_the_pointer() =>
        Data.TestTables.Refused(PlatformFaults.InvalidArgument, () => shop.Service.Update(new Entity("activitypointer", mine) { ["subject"] = "x" }));

    private Guid Call(string subject, Guid owner, Entity party) => shop.Service.Create(new Entity("phonecall")
    {
        ["subject"] = subject,
        ["ownerid"] = new EntityReference("systemuser", owner),
        ["to"] = new EntityCollection([party]) { EntityName = "activityparty" },
    });

    private string Pointers(Guid user) => string.Join(' ', shop.Organization.Connect(user)
        .RetrieveMultiple(new QueryExpression("activitypointer") { ColumnSet = new ColumnSet("subject", "activitytypecode") }).Entities
        .Select(row => $"{row["subject"]}:{row["activitytypecode"]}").Order(StringComparer.Ordinal));

    private int Parties(Guid user, Guid activity)
    {
        var query = new QueryExpression("activityparty") { ColumnSet = new ColumnSet("partyid") };
        query.Criteria.AddCondition("activityid", ConditionOperator.Equal, activity);
        query.Criteria.AddCondition("participationtypemask", ConditionOperator.Equal, 2);
        return shop.Organization.Connect(user).RetrieveMultiple(query).Entities.Count;
    }
}
