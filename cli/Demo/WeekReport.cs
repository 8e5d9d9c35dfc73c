using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Cli.Demo;

/// <summary>What the rows of a tenant say after the week: nothing is counted that a user of the tenant could not see.</summary>
internal sealed class WeekReport
{
    private const int MostExamples = 4;

    // A contact is made within the minute of its hour.
    private static readonly TimeSpan SameTime = TimeSpan.FromMinutes(1);

    private WeekReport(IReadOnlyList<ContactFate> fates, IReadOnlyList<ReplayedContact> contacts, IReadOnlyList<ContactAttempt> attempts)
    {
        Total = fates.Count;
        ByFate = fates.CountBy(fate => fate).ToDictionary();
        ByDay = contacts.Zip(fates)
            .GroupBy(pair => DateOnly.FromDateTime(pair.First.Contact.At), pair => pair.Second)
            .ToDictionary(day => day.Key, day => (IReadOnlyDictionary<ContactFate, int>)day.CountBy(fate => fate).ToDictionary());
        Rules = CountRules(attempts);
        Examples = [.. attempts.Where(IsObjection).DistinctBy(attempt => (attempt.Decision, attempt.Rules)).Select(attempt => attempt.Explanation ?? "").Take(MostExamples)];
    }

    public int Total { get; }

    public IReadOnlyDictionary<ContactFate, int> ByFate { get; }

    /// <summary>By the customer's local day for which the contact was planned.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<ContactFate, int>> ByDay { get; }

    /// <summary>The busiest rule first.</summary>
    public IReadOnlyList<RuleCount> Rules { get; }

    /// <summary>Explanations as the tenant's users read them, of different kinds.</summary>
    public IReadOnlyList<string> Examples { get; }

    public static WeekReport Of(IOrganizationService service, IReadOnlyList<ReplayedContact> contacts)
    {
        var attempts = All(
                service, Tables.ContactAttempt, ContactAttempt.Fields.ActivityId, ContactAttempt.Fields.At, ContactAttempt.Fields.Decision,
                ContactAttempt.Fields.Mode, ContactAttempt.Fields.Rules, ContactAttempt.Fields.Explanation)
            .Select(row => row.ToEntity<ContactAttempt>())
            .ToList();
        var activities = new Dictionary<Guid, Entity>();
        foreach (var table in contacts.Select(contact => contact.Activity.LogicalName).Distinct())
        {
            foreach (var row in All(service, table, PhoneCall.Fields.StateCode, PhoneCall.Fields.CourtesyDecision)) activities[row.Id] = row;
        }

        var byActivity = attempts.ToLookup(attempt => Guid.Parse(attempt.ActivityId!));
        var fates = contacts.Select(contact => Fate(contact, activities.GetValueOrDefault(contact.Activity.Id), byActivity[contact.Activity.Id])).ToArray();
        return new WeekReport(fates, contacts, attempts);
    }

    private static ContactFate Fate(ReplayedContact contact, Entity? activity, IEnumerable<ContactAttempt> attempts)
    {
        // A request that is refused at top level leaves its attempt, not its activity.
        if (activity is null) return ContactFate.Stopped;
        var state = (PhoneCall_StateCode)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.StateCode).Value;
        var decision = (CourtesyDecision?)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.CourtesyDecision)?.Value;
        if (state == PhoneCall_StateCode.Canceled) return ContactFate.Stopped;
        if (decision is null) return ContactFate.NotJudged;
        if (state == PhoneCall_StateCode.Open) return decision == CourtesyDecision.Stopped ? ContactFate.Stopped : ContactFate.Waiting;

        var isLater = attempts.Any(attempt => attempt.At > contact.AtUtc + SameTime);
        return decision == CourtesyDecision.Allowed || (decision == CourtesyDecision.Moved && isLater)
            ? isLater ? ContactFate.WentOutLater : ContactFate.WentOut
            : ContactFate.Breach;
    }

    private static bool IsObjection(ContactAttempt attempt) => attempt.Decision is not (null or CourtesyDecision.Allowed);

    private static List<RuleCount> CountRules(IEnumerable<ContactAttempt> attempts) =>
    [
        .. attempts
            .Where(IsObjection)
            .SelectMany(attempt => (attempt.Rules ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), (attempt, rule) => (Rule: rule, Attempt: attempt))
            .GroupBy(pair => pair.Rule, pair => pair.Attempt)
            .Select(rule => new RuleCount(
                rule.Key,
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Moved),
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Stopped),
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Breach)))
            .OrderByDescending(rule => rule.Moved + rule.Stopped + rule.Breaches)
            .ThenBy(rule => rule.Rule, StringComparer.Ordinal),
    ];

    private static IEnumerable<Entity> All(IOrganizationService service, string table, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
