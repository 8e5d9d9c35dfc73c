using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Tests.Sdk.Contracts;

/// <summary>A telling value of each type that a parameter or result may have.</summary>
internal static class SampleValues
{
    internal static object Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Of(underlying) :
        type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)! :
        type == typeof(string) ? "text" :
        type == typeof(bool) ? true :
        type == typeof(int) ? 7 :
        type == typeof(Guid) ? Guid.NewGuid() :
        type == typeof(byte[]) ? new byte[] { 1, 2, 3 } :
        type == typeof(Guid[]) ? new[] { Guid.NewGuid() } :
        type == typeof(object) ? "anything" :
        type == typeof(Entity) ? Row() :
        type == typeof(EntityCollection) ? new EntityCollection([Row()]) { EntityName = "account", MoreRecords = true, PagingCookie = "<cookie/>" } :
        type == typeof(EntityReference) ? new EntityReference("account", Guid.NewGuid()) { Name = "A" } :
        type == typeof(EntityReferenceCollection) ? new EntityReferenceCollection([new EntityReference("account", Guid.NewGuid())]) :
        type == typeof(OptionSetValue) ? new OptionSetValue(2) :
        type == typeof(Relationship) ? new Relationship("test_r") { PrimaryEntityRole = EntityRole.Referenced } :
        type == typeof(ColumnSet) ? new ColumnSet("name", "revenue") :
        type == typeof(QueryBase) || type == typeof(QueryExpression) ? new QueryExpression("account") { TopCount = 3 } :
        type == typeof(RelationshipQueryCollection) ? new RelationshipQueryCollection { { new Relationship("test_r"), new QueryExpression("contact") } } :
        type == typeof(OrganizationRequestCollection) ? new OrganizationRequestCollection { new CreateRequest { Target = Row() }, new WhoAmIRequest() } :
        type == typeof(OrganizationResponseCollection) ? new OrganizationResponseCollection { new CreateResponse { ["id"] = Guid.NewGuid() } } :
        type == typeof(ExecuteMultipleSettings) ? new ExecuteMultipleSettings { ContinueOnError = true } :
        type == typeof(ExecuteMultipleResponseItemCollection) ? new ExecuteMultipleResponseItemCollection
        {
            new ExecuteMultipleResponseItem { RequestIndex = 1, Fault = new OrganizationServiceFault { ErrorCode = -2147220969, Message = "refused" } },
        } :
        type == typeof(UpsertResponse[]) ? new[] { new UpsertResponse { ["RecordCreated"] = true } } :
        type == typeof(PrincipalAccess) ? Access() :
        type == typeof(PrincipalAccess[]) ? new[] { Access() } :
        type == typeof(RolePrivilege[]) ? new[] { new RolePrivilege { Depth = PrivilegeDepth.Deep, PrivilegeId = Guid.NewGuid() } } :
        type == typeof(ValidationResult) ? new ValidationResult { ValidationSuccess = true } :
        throw new ArgumentException($"There is no sample of {type}.", nameof(type));

    internal static Entity Row() => new("account", Guid.NewGuid()) { ["name"] = "A", ["revenue"] = new Money(1.5m), RowVersion = "9" };

    private static PrincipalAccess Access() =>
        new() { AccessMask = AccessRights.ReadAccess | AccessRights.WriteAccess, Principal = new EntityReference("systemuser", Guid.NewGuid()) };
}
