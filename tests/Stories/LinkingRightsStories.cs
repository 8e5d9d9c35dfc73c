using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who may link records and judge pairs.</summary>
public sealed class LinkingRightsStories : IDisposable
{
    private readonly People people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public void Who_lacks_the_privilege_may_neither_link_nor_judge()
    {
        var stranger = people.Tenant.Dataverse.Connect(people.Tenant.Dataverse.AddUser("Nora Nadie"));

        var linking = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Linking(people.Contact("Ana", "Ruiz"))));
        var judging = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Judging(Guid.NewGuid())));

        Assert.Contains("prvWritecrmx_SourceLink", linking.Detail.Message, StringComparison.Ordinal);
        Assert.Contains("prvWritecrmx_ClericalReview", judging.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_the_record_or_the_review_is_told_nothing_about_it()
    {
        var contact = people.Contact("Ana", "Ruiz");
        var role = people.Add("role", ("name", "Linker"), ("businessunitid", people.Rows("businessunit").Single().ToEntityReference()));
        people.Tenant.Dataverse.Security.AddRole(
            role, "Linker", [KeyValuePair.Create("prvWritecrmx_SourceLink", PrivilegeDepth.Global), KeyValuePair.Create("prvWritecrmx_ClericalReview", PrivilegeDepth.Global)]);
        var user = people.Tenant.Dataverse.Connect(people.Tenant.Dataverse.AddUser("Lena Linker", "Linker"));

        var judging = Assert.Throws<FaultException<OrganizationServiceFault>>(() => user.Execute(Judging(Guid.NewGuid())));
        var linking = Assert.Throws<FaultException<OrganizationServiceFault>>(() => user.Execute(Linking(contact)));
        var wrong = Assert.Throws<FaultException<OrganizationServiceFault>>(() => people.Service.Execute(new OrganizationRequest("crmx_LinkRecord") { ["Table"] = "task", ["RecordId"] = contact.ToString("D") }));
        var gone = Assert.Throws<FaultException<OrganizationServiceFault>>(() => people.Service.Execute(Linking(Guid.NewGuid())));

        Assert.Equal("This row of contact does not exist, or you may not see it.", linking.Detail.Message);
        Assert.Equal("This row of crmx_clericalreview does not exist, or you may not see it.", judging.Detail.Message);
        Assert.StartsWith("'task' is no table", wrong.Detail.Message, StringComparison.Ordinal);
        Assert.Equal("This row of contact does not exist, or you may not see it.", gone.Detail.Message);
    }

    [Theory]
    [InlineData(1033, "No other record was found")]
    [InlineData(3082, "No se encontró otro registro")]
    public void A_record_can_be_linked_at_once_and_once_more_changes_nothing(int language, string words)
    {
        var contact = people.Contact("Izaro", "Andrés Leizaola", ("emailaddress1", "izaro@example.mx"));
        people.Tenant.Dataverse.Jobs.Drop();

        var request = Linking(contact);
        request["Language"] = language;
        var answer = people.Service.Execute(request);
        people.Settle();

        Assert.StartsWith(words, (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Equal((Guid)answer["CustomerId"], people.OnContact(contact));
        Assert.Equal(answer["CustomerId"], people.Service.Execute(Linking(contact))["CustomerId"]);
    }

    private static OrganizationRequest Linking(Guid contact) => new("crmx_LinkRecord") { ["Table"] = "contact", ["RecordId"] = contact.ToString("D") };

    private static OrganizationRequest Judging(Guid review) => new("crmx_DecideReview") { ["ReviewId"] = review, ["Decision"] = "same" };
}
