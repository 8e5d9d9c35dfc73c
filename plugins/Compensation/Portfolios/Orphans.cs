using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>A customer of segment A or B whom nobody looks after.</summary>
/// <param name="Former">Who did last; empty: nobody, or that is not known.</param>
internal sealed record Orphan(Guid CustomerId, string Name, string Former);

/// <summary>Customers of segment A or B, by value or by potential, for whom nobody is accountable on a day.</summary>
internal static class Orphans
{
    /// <summary>The most that are listed at once.</summary>
    public const int Most = 500;

    /// <summary>One request.</summary>
    /// <returns>In the order of their names, at most one more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<Orphan> On(IOrganizationService service, CalendarDate day)
    {
        var rows = service.RetrieveMultiple(new FetchExpression(string.Format(
            CultureInfo.InvariantCulture,
            """
            <fetch top="{0}">
              <entity name="crmx_customer">
                <attribute name="crmx_name" />
                <order attribute="crmx_name" />
                <order attribute="crmx_customerid" />
                <filter>
                  <condition attribute="statecode" operator="eq" value="0" />
                  <condition attribute="crmx_mergedintoid" operator="null" />
                  <condition entityname="held" attribute="crmx_creditassignmentid" operator="null" />
                  <filter type="or">
                    <condition attribute="crmx_valuesegment" operator="in"><value>{1}</value><value>{2}</value></condition>
                    <condition attribute="crmx_potentialsegment" operator="in"><value>{1}</value><value>{2}</value></condition>
                  </filter>
                </filter>
                <link-entity name="crmx_creditassignment" from="crmx_customerid" to="crmx_customerid" link-type="outer" alias="held">
                  <filter>
                    <condition attribute="crmx_accountable" operator="eq" value="1" />
                    <condition attribute="statecode" operator="eq" value="0" />
                    <condition attribute="crmx_from" operator="on-or-before" value="{3}" />
                    <filter type="or">
                      <condition attribute="crmx_until" operator="null" />
                      <condition attribute="crmx_until" operator="on-or-after" value="{3}" />
                    </filter>
                  </filter>
                </link-entity>
                <link-entity name="crmx_worker" from="crmx_workerid" to="crmx_managerid" link-type="outer" alias="former">
                  <attribute name="crmx_name" />
                </link-entity>
              </entity>
            </fetch>
            """,
            Most + 1, (int)Segment.A, (int)Segment.B, day))).Entities;
        return [.. rows.Select(row => new Orphan(row.Id, row.GetAttributeValue<string>(Customer.Fields.Name) ?? "", CustomerRows.Column(row, "former.crmx_name") as string ?? ""))];
    }
}
