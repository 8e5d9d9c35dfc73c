using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Customers of segment A or B, by value or by potential, as balancing needs them. A request for each 5,000 rows of a table.</summary>
internal sealed class PortfolioRows
{
    /// <summary>The most customers that are balanced at once.</summary>
    public const int Most = 50_000;

    /// <summary>A score of surveys (0 to 10) up to which he was not content.</summary>
    private const int Discontent = 4;

    private const int ScoreDays = 182;
    private const int SnapshotDays = 400;

    private static readonly object[] Segments = [(int)Segment.A, (int)Segment.B];

    private readonly IOrganizationService service;
    private readonly CalendarDate day;

    public PortfolioRows(IOrganizationService service, CalendarDate day)
    {
        this.service = service;
        this.day = day;
    }

    public IReadOnlyList<PortfolioCustomer> Customers()
    {
        var held = Held();
        var potentials = Potentials();
        var scores = Scores();
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(Customer.Fields.Name, Customer.Fields.Country) };
        OfSegment(query.Criteria);
        return
        [
            .. AllRows.Of(service, query).Take(Most + 1).Select(row =>
            {
                var assignment = held.TryGetValue(row.Id, out var known) ? known : null;
                var potential = potentials.TryGetValue(row.Id, out var value) ? value : new KeyValuePair<string, decimal>("", 0);
                return new PortfolioCustomer(row.Id, row.GetAttributeValue<string>(Customer.Fields.Name) ?? "", potential.Value, potential.Key)
                {
                    Country = (row.GetAttributeValue<string>(Customer.Fields.Country) ?? "").Split('-')[0],
                    ManagerId = assignment?.Worker,
                    DaysTogether = assignment?.From.DaysUntil(day) ?? 0,
                    Discontent = scores.TryGetValue(row.Id, out var given) ? given : new Dictionary<Guid, int>(),
                };
            }),
        ];
    }

    /// <summary>Who is accountable for whom on the day.</summary>
    private Dictionary<Guid, Assignment> Held()
    {
        var query = Accountable(day);
        OfSegment(query.AddLink(Tables.Customer, CreditAssignment.Fields.CustomerId, Customer.Fields.CustomerId).LinkCriteria);
        return ByCustomer(AllRows.Of(service, query));
    }

    /// <summary>Who is accountable on the day for so many customers.</summary>
    public static Dictionary<Guid, Assignment> Held(IOrganizationService service, CalendarDate day, IReadOnlyList<Guid> customers)
    {
        const int Chunk = 500;
        var held = new Dictionary<Guid, Assignment>();
        for (var start = 0; start < customers.Count; start += Chunk)
        {
            var query = Accountable(day);
            query.Criteria.AddCondition(CreditAssignment.Fields.CustomerId, ConditionOperator.In, customers.Skip(start).Take(Chunk).Cast<object>().ToArray());
            foreach (var pair in ByCustomer(AllRows.Of(service, query))) held[pair.Key] = pair.Value;
        }

        return held;
    }

    // of several the latest; what still could be won with a customer is what is attainable
    private Dictionary<Guid, KeyValuePair<string, decimal>> Potentials()
    {
        var query = new QueryExpression(Tables.ValueSnapshot)
        {
            ColumnSet = new ColumnSet(ValueSnapshot.Fields.CustomerId, ValueSnapshot.Fields.AttainableValue, ValueSnapshot.Fields.Value, ValueSnapshot.Fields.Currency),
        };
        query.Criteria.AddCondition(ValueSnapshot.Fields.AsOf, ConditionOperator.GreaterEqual, day.AddDays(-SnapshotDays).Midnight);
        query.Criteria.AddCondition(ValueSnapshot.Fields.AsOf, ConditionOperator.LessEqual, day.Midnight);
        query.AddOrder(ValueSnapshot.Fields.AsOf, OrderType.Ascending);
        OfSegment(query.AddLink(Tables.Customer, ValueSnapshot.Fields.CustomerId, Customer.Fields.CustomerId).LinkCriteria);
        var latest = new Dictionary<Guid, KeyValuePair<string, decimal>>();
        foreach (var row in AllRows.Of(service, query))
        {
            latest[row.GetAttributeValue<EntityReference>(ValueSnapshot.Fields.CustomerId).Id] = new KeyValuePair<string, decimal>(
                row.GetAttributeValue<string>(ValueSnapshot.Fields.Currency) ?? "",
                row.GetAttributeValue<decimal?>(ValueSnapshot.Fields.AttainableValue) ?? row.GetAttributeValue<decimal?>(ValueSnapshot.Fields.Value) ?? 0);
        }

        return latest;
    }

    private Dictionary<Guid, Dictionary<Guid, int>> Scores()
    {
        var query = new QueryExpression(Tables.SurveyResponse) { ColumnSet = new ColumnSet(SurveyResponse.Fields.CustomerId, SurveyResponse.Fields.WorkerId, SurveyResponse.Fields.Score) };
        query.Criteria.AddCondition(SurveyResponse.Fields.Score, ConditionOperator.LessEqual, Discontent);
        query.Criteria.AddCondition(SurveyResponse.Fields.WorkerId, ConditionOperator.NotNull);
        query.Criteria.AddCondition(SurveyResponse.Fields.On, ConditionOperator.GreaterEqual, DateTime.SpecifyKind(day.AddDays(-ScoreDays).Midnight, DateTimeKind.Utc));
        query.AddOrder(SurveyResponse.Fields.On, OrderType.Ascending);
        OfSegment(query.AddLink(Tables.Customer, SurveyResponse.Fields.CustomerId, Customer.Fields.CustomerId).LinkCriteria);
        var scores = new Dictionary<Guid, Dictionary<Guid, int>>();
        foreach (var row in AllRows.Of(service, query))
        {
            var customer = row.GetAttributeValue<EntityReference>(SurveyResponse.Fields.CustomerId).Id;
            if (!scores.TryGetValue(customer, out var given)) scores[customer] = given = [];
            given[row.GetAttributeValue<EntityReference>(SurveyResponse.Fields.WorkerId).Id] = row.GetAttributeValue<int>(SurveyResponse.Fields.Score);
        }

        return scores;
    }

    private static QueryExpression Accountable(CalendarDate day)
    {
        var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(Assignment.Columns) };
        query.ColumnSet.AddColumn(CreditAssignment.Fields.CustomerId);
        query.Criteria.AddCondition(CreditAssignment.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(CreditAssignment.Fields.Accountable, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(CreditAssignment.Fields.From, ConditionOperator.LessEqual, day.Midnight);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(CreditAssignment.Fields.Until, ConditionOperator.Null);
        open.AddCondition(CreditAssignment.Fields.Until, ConditionOperator.GreaterEqual, day.Midnight);
        return query;
    }

    private static Dictionary<Guid, Assignment> ByCustomer(IEnumerable<Entity> rows)
    {
        var held = new Dictionary<Guid, Assignment>();
        foreach (var row in rows)
        {
            if (Assignment.Read(row) is { } assignment) held[row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.CustomerId).Id] = assignment;
        }

        return held;
    }

    private static void OfSegment(FilterExpression filter)
    {
        filter.AddCondition(Customer.Fields.StateCode, ConditionOperator.Equal, 0);
        filter.AddCondition(Customer.Fields.MergedIntoId, ConditionOperator.Null);
        var either = filter.AddFilter(LogicalOperator.Or);
        either.AddCondition(Customer.Fields.ValueSegment, ConditionOperator.In, Segments);
        either.AddCondition(Customer.Fields.PotentialSegment, ConditionOperator.In, Segments);
    }
}
