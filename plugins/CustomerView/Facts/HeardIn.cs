using System;
using System.Globalization;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>Counts, on the call, message or case in which questions were heard, how many of them the customer had answered before.</summary>
internal static class HeardIn
{
    public const string Counter = "crmx_questionsrepeated";

    private const int Attempts = 5;

    /// <summary>The tables that have the counter.</summary>
    public static readonly string[] AllTables = [Tables.PhoneCall, Tables.Email, Tables.TextMessage, Tables.Appointment, Tables.Letter, Tables.Incident];

    /// <summary>The key column of one of the tables.</summary>
    public static string KeyOf(string table) => table == Tables.Incident ? "incidentid" : "activityid";

    /// <summary>
    /// Writes the counter anew where it differs. For asynchronous steps: repeatable, and right when two run at once, since whoever counted before another
    /// wrote counts again.
    /// </summary>
    public static void Count(IOrganizationService system, string table, string id, FactQueries queries, Action<string> trace)
    {
        if (Array.IndexOf(AllTables, table) < 0 || !Guid.TryParse(id, out var row)) return;

        for (var attempt = 1; ; attempt++)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(Counter), TopCount = 1 };
            query.Criteria.AddCondition(KeyOf(table), ConditionOperator.Equal, row);
            var found = system.RetrieveMultiple(query).Entities;
            if (found.Count == 0) return;

            var count = queries.RepeatedIn(id);
            if ((found[0].GetAttributeValue<int?>(Counter) ?? 0) == count) return;

            var change = new Entity(table, row) { [Counter] = count, RowVersion = found[0].RowVersion };
            try
            {
                system.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
                return;
            }
            catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (attempt < Attempts && Fault.IsVersionMismatch(fault))
            {
                trace(string.Format(CultureInfo.InvariantCulture, "somebody else wrote {0} {1}; counting again", table, id));
            }
        }
    }
}
