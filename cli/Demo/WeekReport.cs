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

    private WeekReport(IReadOnlyList<ContactFate> fates, IReadOnlyList<ReplayedContact> contacts, IReadOnlyList<ContactAttempt> attempts, Objections objections)
    {
        Total = fates.Count;
        ByFate = fates.CountBy(fate => fate).ToDictionary();
        ByDay = contacts.Zip(fates)
            .GroupBy(pair => DateOnly.FromDateTime(pair.First.Contact.At), pair => pair.Second)
            .ToDictionary(day => day.Key, day => (IReadOnlyDictionary<ContactFate, int>)day.CountBy(fate => fate).ToDictionary());
        var judged = attempts.Where(IsObjection).Select(attempt => new Judged(attempt, objections.Read(attempt.Rules, attempt.Explanation))).ToList();
        ByWrong = Enum.GetValues<Wrong>().ToDictionary(
            wrong => wrong,
            wrong => judged.Where(one => one.Objections.Any(objection => objection.Wrong == wrong)).DistinctBy(one => one.Attempt.ActivityId).Count());
        WrongContacts = judged.DistinctBy(one => one.Attempt.ActivityId).Count();
        Rules = CountRules(judged);
        Examples = [.. attempts.Where(IsObjection).DistinctBy(attempt => (attempt.Decision, attempt.Rules)).Select(attempt => attempt.Explanation ?? "").Take(MostExamples)];
    }

    public int Total { get; }

    public IReadOnlyDictionary<ContactFate, int> ByFate { get; }

    /// <summary>Contacts that were, or would have been, wrong in each way; one that was wrong in two ways counts in both.</summary>
    public IReadOnlyDictionary<Wrong, int> ByWrong { get; }

    /// <summary>Contacts that were, or would have been, wrong in any way.</summary>
    public int WrongContacts { get; }

    /// <summary>By the customer's local day for which the contact was planned.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<ContactFate, int>> ByDay { get; }

    /// <summary>The busiest rule first.</summary>
    public IReadOnlyList<RuleCount> Rules { get; }

    /// <summary>Explanations as the tenant's users read them, of different kinds.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <param name="lcid">The language in which the tenant's explanations are written.</param>
    public static WeekReport Of(IOrganizationService service, IReadOnlyList<ReplayedContact> contacts, int lcid)
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
        return new WeekReport(fates, contacts, attempts, new Objections(lcid));
    }

    private static ContactFate Fate(ReplayedContact contact, Entity? activity, IEnumerable<ContactAttempt> attempts)
    {
        // A request that is refused at top level leaves its attempt, not its activity.
        if (activity is null) return attempts.Any() ? ContactFate.Stopped : ContactFate.Failed;
        var state = (PhoneCall_StateCode)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.StateCode).Value;
        var decision = (CourtesyDecision?)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.CourtesyDecision)?.Value;
        if (state == PhoneCall_StateCode.Canceled) return ContactFate.Stopped;
        if (decision is null) return ContactFate.NotJudged;
        if (state == PhoneCall_StateCode.Open) return decision == CourtesyDecision.Stopped ? ContactFate.Stopped : ContactFate.Waiting;

        var isLater = attempts.Any(attempt => attempt.At > contact.AtUtc + SameTime);
        // changed and enforced: it went out for what the ledger bears out
        var isChanged = decision == CourtesyDecision.Changed && attempts.Any(attempt => attempt.Decision == decision && attempt.Mode == Mode.Enforce);
        return decision == CourtesyDecision.Allowed || isChanged || (decision == CourtesyDecision.Moved && isLater)
            ? isLater ? ContactFate.WentOutLater : ContactFate.WentOut
            : ContactFate.Breach;
    }

    private static bool IsObjection(ContactAttempt attempt) => attempt.Decision is not (null or CourtesyDecision.Allowed);

    private static List<RuleCount> CountRules(IEnumerable<Judged> judged) =>
    [
        .. judged
            .SelectMany(one => one.Objections, (one, objection) => (objection.Rule, objection.Wrong, one.Attempt.Decision))
            .GroupBy(one => one.Rule)
            .Select(rule => new RuleCount(
                rule.Key,
                rule.Count(one => one.Decision == CourtesyDecision.Moved),
                rule.Count(one => one.Decision is CourtesyDecision.Stopped or CourtesyDecision.Changed),
                rule.Count(one => one.Decision == CourtesyDecision.Breach),
                rule.Count(one => one.Wrong == Wrong.Unlawful),
                rule.Count(one => one.Wrong == Wrong.Untrue),
                rule.Count(one => one.Wrong == Wrong.Rude)))
            .OrderByDescending(rule => rule.Unlawful + rule.Untrue + rule.Rude)
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

    private sealed record Judged(ContactAttempt Attempt, IReadOnlyList<(string Rule, Wrong Wrong)> Objections);
}
