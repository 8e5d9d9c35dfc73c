using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>The platform's own tables are sources too: each has a row of crmx_source by its name. Made when the installation is completed.</summary>
internal static class SourceRows
{
    private static readonly string[] Own = [Tables.Account, Tables.Contact, Tables.Lead];

    /// <summary>Makes the rows that are missing; leaves what is there as it is.</summary>
    public static void Ensure(IOrganizationService service)
    {
        var query = new QueryExpression(Tables.CustomerSource) { ColumnSet = new ColumnSet(CustomerSource.Fields.Code) };
        query.Criteria.AddCondition(CustomerSource.Fields.Code, ConditionOperator.In, Own.Select(code => (object)code).ToArray());
        var present = new HashSet<string>(
            service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(CustomerSource.Fields.Code)), StringComparer.OrdinalIgnoreCase);
        foreach (var code in Own.Where(code => !present.Contains(code)))
        {
            service.Create(new Entity(Tables.CustomerSource) { [CustomerSource.Fields.Code] = code, [CustomerSource.Fields.Name] = code });
        }
    }
}
