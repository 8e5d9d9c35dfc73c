using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Faults of queries with the platform's codes (web service error codes of Dataverse, names in the remarks of each).</summary>
internal static class QueryFaults
{
    /// <summary>InvalidArgument</summary>
    /// <summary>A query asks for its first rows or for a page, not for both.</summary>
    public static FaultException<OrganizationServiceFault> TopWithPaging(int top) =>
        Argument($"The Top.Count = {top.ToString(System.Globalization.CultureInfo.InvariantCulture)} can't be specified with pagingInfo");

    public static FaultException<OrganizationServiceFault> Argument(string message) => Of(unchecked((int)0x80040203), message);

    public static FaultException<OrganizationServiceFault> MissingTable() => Argument("The query does not name a table.");

    /// <summary>QueryBuilderNoEntity</summary>
    public static FaultException<OrganizationServiceFault> NoTable(string table) =>
        Of(unchecked((int)0x80041102), $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    /// <summary>QueryBuilderNoAttribute</summary>
    public static FaultException<OrganizationServiceFault> NoColumn(string table, string? column) =>
        Of(unchecked((int)0x80041103), $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    /// <summary>QueryBuilderNoAlias</summary>
    public static FaultException<OrganizationServiceFault> NoAlias(string alias) =>
        Of(unchecked((int)0x8004110b), $"No alias for the given entity in the condition was found: no link of the query is called '{alias}'.");

    /// <summary>QueryBuilderLinkNodeForOrderNotFound</summary>
    public static FaultException<OrganizationServiceFault> NoLinkForOrder(string alias) =>
        Of(unchecked((int)0x80041126), $"Converting from Query to EntityExpression failed. Link Node for order was not found: '{alias}'.");

    /// <summary>QueryBuilderDuplicateAlias</summary>
    public static FaultException<OrganizationServiceFault> DuplicateAlias(string alias) =>
        Of(unchecked((int)0x80041130), $"FetchXML should have unique aliases. '{alias}' is used twice.");

    /// <summary>QueryBuilderInvalid_Alias</summary>
    public static FaultException<OrganizationServiceFault> AggregateNeedsAlias(string table, string column) =>
        Of(unchecked((int)0x80041109), $"Invalid alias for aggregate operation: the column '{table}.{column}' needs an alias.");

    /// <summary>QueryBuilderInvalidAggregateAttribute</summary>
    public static FaultException<OrganizationServiceFault> Aggregate(string aggregate, string table, string column, string type) =>
        Of(unchecked((int)0x8004112F), $"Aggregate {aggregate} is not supported for attribute of type {type}: '{table}.{column}'.");

    /// <summary>AggregateQueryRecordLimitExceeded</summary>
    public static FaultException<OrganizationServiceFault> AggregateLimit() =>
        Of(unchecked((int)0x8004E023), "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");

    /// <summary>QueryBuilderInvalidConditionOperator</summary>
    public static FaultException<OrganizationServiceFault> ConditionOperator(string name) =>
        Of(unchecked((int)0x80041120), $"Unsupported condition operator: {name}.");

    /// <summary>QueryBuilderInvalidJoinOperator</summary>
    public static FaultException<OrganizationServiceFault> JoinOperator(string name) =>
        Of(unchecked((int)0x80041121), $"Unsupported join operator: {name}.");

    /// <summary>QueryBuilderInvalidFilterType</summary>
    public static FaultException<OrganizationServiceFault> FilterType() =>
        Of(unchecked((int)0x80041122), "Unsupported filter type. Valid values are 'and', or 'or'.");

    /// <summary>QueryBuilderInvalidDateGrouping</summary>
    public static FaultException<OrganizationServiceFault> DateGrouping(string value) =>
        Of(unchecked((int)0x80041135), $"An invalid value was specified for dategrouping: '{value}'.");

    /// <summary>QueryBuilderInvalidPagingCookie</summary>
    public static FaultException<OrganizationServiceFault> PagingCookie(string why) =>
        Of(unchecked((int)0x8004112A), $"Invalid page number in paging cookie. {why}");

    /// <summary>QueryBuilderPagingOrderBy</summary>
    public static FaultException<OrganizationServiceFault> PagingOrder() =>
        Of(unchecked((int)0x80041129), "Order by columns do not match those in paging cookie.");

    /// <summary>QueryBuilderValue_GreaterThanZero</summary>
    public static FaultException<OrganizationServiceFault> Positive(string attribute) =>
        Of(unchecked((int)0x8004110c), $"A value greater than zero must be specified for '{attribute}'.");

    /// <summary>QueryContainedSecuredAttributeWithoutAccess</summary>
    public static FaultException<OrganizationServiceFault> Secured(string table, string column) =>
        Of(unchecked((int)0x8004F506), $"The Query contained a secured attribute to which the caller does not have access: '{table}.{column}'.");

    /// <summary>InvalidArgument, in the platform's words for a value that the column can't be compared with.</summary>
    public static FaultException<OrganizationServiceFault> ValueType(string table, string column, Type expected, object? value) =>
        Argument($"Condition for attribute '{table}.{column}': expected argument(s) of type '{expected.FullName}' but received '{value?.GetType().FullName ?? "null"}'.");

    public static FaultException<OrganizationServiceFault> ValueCount(string table, string column, ConditionOperator conditionOperator, string expected, int received) =>
        Argument($"The condition operator '{conditionOperator}' on '{table}.{column}' requires {expected}, but received {received}.");

    public static FaultException<OrganizationServiceFault> OperatorOnType(string table, string column, ConditionOperator conditionOperator, string type) =>
        Argument($"The condition operator '{conditionOperator}' is not valid for attribute '{table}.{column}' of type {type}.");

    /// <summary>QueryBuilderInvalidFetch is not in the public list; malformed FetchXML is answered with InvalidArgument.</summary>
    public static FaultException<OrganizationServiceFault> InvalidFetch(string message) => Argument($"Invalid FetchXML. {message}");

    /// <summary>What the platform does and this engine does not.</summary>
    public static FaultException<OrganizationServiceFault> NotSupported(string what) => Of(unchecked((int)0x80040203), $"The embedded Dataverse does not do this: {what}.");

    private static FaultException<OrganizationServiceFault> Of(int code, string message) =>
        new(new OrganizationServiceFault { ErrorCode = code, Message = message, Timestamp = DateTime.UtcNow }, new FaultReason(message));
}
