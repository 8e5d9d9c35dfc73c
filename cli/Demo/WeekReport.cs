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
    private WeekReport(IReadOnlyList<ContactFate> fates, IReadOnlyList<ReplayedContact> contacts, IReadOnlyList<RuleCount> rules)
    {
        Rules = rules;
        Total = fates.Count;
        ByFate = fates.CountBy(fate => fate).ToDictionary();
        ByDay = contacts.Zip(fates)
            .GroupBy(pair => DateOnly.FromDateTime(pair.First.Contact.At), pair => pair.Second)
            .ToDictionary(day => day.Key, day => (IReadOnlyDictionary<ContactFate, int>)day.CountBy(fate => fate).ToDictionary());
    }

    public int Total { get; }

    public IReadOnlyDictionary<ContactFate, int> ByFate { get; }

    /// <summary>By the customer's local day for which the contact was planned.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<ContactFate, int>> ByDay { get; }

    /// <summary>The busiest rule first.</summary>
    public IReadOnlyList<RuleCount> Rules { get; }

    public static WeekReport Of(IOrganizationService service, IReadOnlyList<ReplayedContact> contacts)
    {
        var activities = new Dictionary<Guid, Entity>();
        foreach (var table in contacts.Select(contact => contact.Activity.LogicalName).Distinct())
        {
            foreach (var row in All(service, table, PhoneCall.Fields.StateCode, PhoneCall.Fields.StatusCode, PhoneCall.Fields.CourtesyDecision))
                activities[row.Id] = row;
        }

        var fates = contacts.Select(contact => Fate(activities.GetValueOrDefault(contact.Activity.Id))).ToArray();
        var attempts = All(service, Tables.ContactAttempt, ContactAttempt.Fields.Decision, ContactAttempt.Fields.Rules, ContactAttempt.Fields.Explanation)
            .Select(row => row.ToEntity<ContactAttempt>());
        return new WeekReport(fates, contacts, CountRules(attempts));
    }

    private static ContactFate Fate(Entity? activity)
    {
        // A top-level request that is refused leaves its attempt, not its activity.
        if (activity is null) return ContactFate.Stopped;
        var decision = (CourtesyDecision?)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.CourtesyDecision)?.Value;
        var state = (PhoneCall_StateCode)activity.GetAttributeValue<OptionSetValue>(PhoneCall.Fields.StateCode).Value;
        var isOut = state == PhoneCall_StateCode.Completed || IsBeingSent(activity);
        return decision switch
        {
            null => ContactFate.NotJudged,
            CourtesyDecision.Breach => ContactFate.Breach,
            _ when state == PhoneCall_StateCode.Canceled => ContactFate.Stopped,
            CourtesyDecision.Stopped => isOut ? ContactFate.Breach : ContactFate.Stopped,
            CourtesyDecision.Moved => isOut ? ContactFate.WentOutLater : ContactFate.Waiting,
            _ => isOut ? ContactFate.WentOut : ContactFate.Waiting,
        };
    }

    private static bool IsBeingSent(Entity activity) =>
        activity.LogicalName == Tables.Email
        && (Email_StatusCode)activity.GetAttributeValue<OptionSetValue>(Email.Fields.StatusCode).Value is Email_StatusCode.PendingSend or Email_StatusCode.Sending;

    private static List<RuleCount> CountRules(IEnumerable<ContactAttempt> attempts) =>
    [
        .. attempts
            .Where(attempt => attempt.Decision is not (null or CourtesyDecision.Allowed))
            .SelectMany(attempt => (attempt.Rules ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), (attempt, rule) => (Rule: rule, Attempt: attempt))
            .GroupBy(pair => pair.Rule, pair => pair.Attempt)
            .Select(rule => new RuleCount(
                rule.Key,
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Moved),
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Stopped),
                rule.Count(attempt => attempt.Decision == CourtesyDecision.Breach),
                rule.First().Explanation ?? ""))
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
