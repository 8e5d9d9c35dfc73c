using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Every custom API that the zip brings: refused to who lacks its privilege, and silent about a record that the caller may not see.</summary>
public sealed class ApiRightsStories
{
    // request parameters that name the record an API is about, and its table
    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["CustomerId"] = "crmx_customer", ["StatementId"] = "crmx_compensationstatement", ["LineId"] = "crmx_compensationline", ["DisputeId"] = "crmx_paydispute", ["WorkerId"] = "crmx_worker",
        ["PlanId"] = "crmx_compensationplan", ["ParticipationId"] = "crmx_planparticipation", ["ProposalId"] = "crmx_portfolioproposal", ["GrantId"] = "crmx_goodwillgrant",
        ["RecognitionId"] = "crmx_recognition", ["PeriodId"] = "crmx_compensationperiod", ["ObligationId"] = "crmx_obligation", ["ReviewId"] = "crmx_clericalreview",
        ["OperationId"] = "crmx_identityoperation", ["ScorecardId"] = "crmx_candidatescorecard",
    };

    // words of a vocabulary, by parameter, or by API and parameter
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Purpose"] = "service", ["Channel"] = "phonecall", ["Country"] = "CO", ["Verification"] = "none", ["Decision"] = "same", ["By"] = "sample", ["Topic"] = "language",
        ["crmx_GrantGoodwill.Kind"] = "goodwill", ["crmx_RecordRecognition.Kind"] = "byname", ["crmx_EvaluateCardBlock.Reason"] = "fraud", ["crmx_EvaluateCreditLimitChange.Reason"] = "risk",
        ["crmx_GrantGoodwill.Reason"] = "The room was cold", ["crmx_RecordFact.Words"] = "In Spanish, please",
        ["crmx_SplitCustomer.Links"] = "b0b5a9d4-58d5-4b44-9d4e-7c2a1c2f6b11",
    };

    [Fact]
    public void Each_is_refused_to_a_user_without_its_privilege()
    {
        using var tenant = new Tenant();
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));
        var apis = Apis(tenant.Service);

        Assert.True(apis.Count > 40, "Where are they?");
        Assert.All(apis, api => Assert.Contains(api.Privilege, Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(api.Request(_ => Guid.NewGuid()))).Detail.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_says_nothing_about_a_record_that_the_caller_may_not_see()
    {
        using var house = StatementStories.Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        var apis = Apis(house.Service);
        var role = house.Add("role", ("name", "Own rows"), ("businessunitid", house.Rows("businessunit").Single().ToEntityReference()));
        house.Tenant.Dataverse.Security.AddRole(role, "Own rows", apis.Select(api => api.Privilege).Distinct(StringComparer.Ordinal).Select(privilege => KeyValuePair.Create(privilege, PrivilegeDepth.Basic)));
        var caller = house.As(house.Tenant.Dataverse.AddUser("Olga Otra", "Own rows"));
        var about = apis.Where(api => api.Parameters.Any(parameter => parameter.IsSubject)).ToList();

        Assert.True(about.Count > 25, "Which are about a record?");
        Assert.All(about, api =>
        {
            var message = Assert.ThrowsAny<FaultException<OrganizationServiceFault>>(() => caller.Execute(api.Request(table => house.Rows(table).FirstOrDefault()?.Id ?? Guid.NewGuid()))).Detail.Message;
            Assert.True(
                message.Contains("may not see", StringComparison.Ordinal) || message.Contains("prvRead", StringComparison.Ordinal), api.Name + " answers: " + message);
        });
    }

    private static List<Api> Apis(IOrganizationService service)
    {
        var parameters = Rows(service, "customapirequestparameter", "customapiid", "uniquename", "type", "isoptional").ToLookup(row => row.GetAttributeValue<EntityReference>("customapiid").Id);
        return
        [
            .. Rows(service, "customapi", "uniquename", "executeprivilegename").Select(row => new Api(
                row.GetAttributeValue<string>("uniquename"), row.GetAttributeValue<string>("executeprivilegename"),
                [.. parameters[row.Id].Select(parameter => new Parameter(
                    parameter.GetAttributeValue<string>("uniquename"), parameter.GetAttributeValue<OptionSetValue>("type").Value, parameter.GetAttributeValue<bool>("isoptional")))])),
        ];
    }

    private static IEnumerable<Entity> Rows(IOrganizationService service, string table, params string[] columns) => service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities;

    private sealed record Parameter(string Name, int Type, bool IsOptional)
    {
        private const int Guids = 12;

        public bool IsSubject => Type == Guids && Subjects.ContainsKey(Name);

        public object Value(string api, Func<string, Guid> find) => Type switch
        {
            0 => false,
            1 => new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            2 => 1m,
            3 => new Entity("contact"),
            4 => new EntityCollection(),
            5 => new EntityReference("contact", Guid.NewGuid()),
            6 => 1.0,
            7 => 1,
            8 => new Money(1m),
            9 => new OptionSetValue(574840000),
            10 => Words.GetValueOrDefault(api + "." + Name) ?? Words.GetValueOrDefault(Name, "x"),
            11 => new[] { "x" },
            _ => find(Subjects.GetValueOrDefault(Name, "crmx_customer")),
        };
    }

    private sealed record Api(string Name, string Privilege, Parameter[] Parameters)
    {
        public OrganizationRequest Request(Func<string, Guid> find)
        {
            var request = new OrganizationRequest(Name);
            foreach (var parameter in Parameters.Where(parameter => !parameter.IsOptional || parameter.IsSubject || Words.ContainsKey(Name + "." + parameter.Name))) request[parameter.Name] = parameter.Value(Name, find);
            return request;
        }
    }
}
