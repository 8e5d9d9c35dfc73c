using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>The types that a column, parameter or result may hold beyond those XML Schema has names for.</summary>
internal static class KnownValueTypes
{
    private static readonly Type[] All =
    {
        typeof(Entity), typeof(EntityReference), typeof(EntityCollection), typeof(EntityReferenceCollection), typeof(Money), typeof(OptionSetValue),
        typeof(OptionSetValueCollection), typeof(AliasedValue), typeof(BooleanManagedProperty), typeof(Relationship), typeof(ColumnSet), typeof(QueryBase),
        typeof(QueryExpression), typeof(QueryByAttribute), typeof(FetchExpression), typeof(EntityImageCollection), typeof(OrganizationRequestCollection),
        typeof(OrganizationResponseCollection), typeof(ExecuteMultipleSettings), typeof(ExecuteMultipleResponseItemCollection), typeof(OrganizationServiceFault),
        typeof(ConcurrencyBehavior), typeof(RelationshipQueryCollection), typeof(ParameterCollection), typeof(string[]), typeof(Guid[]), typeof(int[]),
        typeof(object[]), typeof(Entity[]), typeof(UpsertResponse[]), typeof(DateTime[]), typeof(decimal[]), typeof(bool[]), typeof(long[]), typeof(double[]),
    };

    internal static IEnumerable<Type> Get() => All;
}
