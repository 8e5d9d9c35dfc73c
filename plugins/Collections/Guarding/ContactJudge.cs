using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Gathers what bears on a contact and has the rules judge it, for each customer it reaches.</summary>
internal sealed class ContactJudge
{
    /// <summary>Rounds in which customers of one contact agree on a time before it is given up.</summary>
    private const int MostRounds = 12;

    private readonly Queries queries;
    private readonly CourtesyConfiguration configuration;
    private readonly DateTime now;
    private readonly Action<string> trace;

    public ContactJudge(Queries queries, CourtesyConfiguration configuration, DateTime now, Action<string> trace)
    {
        this.queries = queries;
        this.configuration = configuration;
        this.now = now;
        this.trace = trace;
    }

    /// <summary>
    /// The judgement; null where no customer of ours is concerned or none lives in a country that has rules here: then it is not ours to judge.
    /// </summary>
    /// <param name="explicitTime">A person set this very time.</param>
    public ContactJudgement? Judge(ContactFacts facts, ContactPhase phase, bool explicitTime)
    {
        var customers = CustomersOf(facts).Where(customer => PackOf(customer) is not null).ToList();
        if (customers.Count == 0)
        {
            trace("no customer, or none in a country with rules");
            return null;
        }

        var days = customers.Max(customer => PackOf(customer)!.HistoryDays);
        var attempts = queries.Attempts(
            customers.Select(customer => customer.Id).ToList(),
            facts.AtUtc.AddDays(-days),
            Later(facts.AtUtc, now).AddDays(configuration.MoveWithinDays + days),
            facts.ActivityId);

        var request = new ContactRequest(facts.Channel, facts.Purpose, facts.AtUtc, phase)
        {
            ExplicitTime = explicitTime,
            MoveWithinDays = configuration.MoveWithinDays,
            NotBeforeUtc = now,
            ActivityId = Queries.Text(facts.ActivityId),
        };
        return Combine(request, customers, attempts);
    }

    /// <summary>The customers of a contact: the one it names, and of e-mails and appointments all those it is addressed to.</summary>
    public IReadOnlyList<CustomerRecord> CustomersOf(ContactFacts facts)
    {
        if (facts.Customer is { } only && !facts.HasManyRecipients) return queries.Customers([only]);

        var found = facts.IsNew || facts.Parties.Count > 0 ? Behind(facts.Parties)
            : facts.ActivityId != Guid.Empty ? queries.CustomersAddressedBy(facts.ActivityId)
            : [];
        if (facts.Customer is { } named && found.All(customer => customer.Id != named)) found = [.. found, .. queries.Customers([named])];
        if (found.Count == 0 && facts.Regarding is { } regarding) found = Behind([regarding]);
        return found.GroupBy(customer => customer.Id).Select(group => group.First()).ToList();
    }

    private IReadOnlyList<CustomerRecord> Behind(IReadOnlyList<EntityReference> parties)
    {
        var found = new List<CustomerRecord>();
        foreach (var group in parties.GroupBy(party => party.LogicalName, StringComparer.Ordinal))
        {
            var ids = group.Select(party => party.Id).Distinct().ToList();
            if (group.Key == Tables.Customer) found.AddRange(queries.Customers(ids));
            if (group.Key is Tables.Contact or Tables.Account or Tables.Lead) found.AddRange(queries.CustomersBehind(group.Key, ids));
        }

        return found;
    }

    private ContactJudgement Combine(ContactRequest request, List<CustomerRecord> customers, IReadOnlyList<AttemptRecord> attempts)
    {
        var verdicts = customers.Select(customer => JudgeOne(request, customer, attempts)).ToList();
        var enforced = verdicts.Where(verdict => verdict.Enforced).ToList();
        var decision = (enforced.Count > 0 ? enforced : verdicts).Max(verdict => verdict.Decision);
        var next = Latest(verdicts);
        if (decision != Decision.Moved || enforced.Count == 0)
        {
            return Answer(decision, enforced.Count > 0, request.AtUtc, next, customers, verdicts, attempts, verdicts.Select(verdict => verdict.Slot));
        }

        // what suits one customer need not suit the next: go on from the latest of their times until nobody objects
        for (var round = 0; next is { } at && round < MostRounds && at <= LatestMove(request); round++)
        {
            var there = request with { AtUtc = at };
            var again = customers.Select(customer => JudgeOne(there, customer, attempts)).ToList();
            if (again.All(verdict => !verdict.Enforced))
            {
                return Answer(Decision.Moved, true, at, at, customers, verdicts, attempts, again.Select(verdict => verdict.Slot));
            }

            next = Latest(again);
        }

        return Answer(Decision.Stopped, true, request.AtUtc, next, customers, verdicts, attempts, verdicts.Select(verdict => verdict.Slot));
    }

    private static ContactJudgement Answer(
        Decision decision,
        bool enforced,
        DateTime at,
        DateTime? next,
        List<CustomerRecord> customers,
        List<Verdict> verdicts,
        IReadOnlyList<AttemptRecord> attempts,
        IEnumerable<ContactSlot?> slots)
    {
        var places = slots.ToList();
        var own = attempts.ToLookup(attempt => attempt.CustomerId);
        var each = customers.Select((customer, index) => new CustomerVerdict(customer, verdicts[index], own[customer.Id].ToList(), places[index]));
        return new ContactJudgement(decision, enforced, at, next, each.ToList());
    }

    private Verdict JudgeOne(ContactRequest request, CustomerRecord customer, IReadOnlyList<AttemptRecord> attempts)
    {
        var pack = PackOf(customer)!;
        var zone = customer.TimeZoneCode is { } code ? TimeZoneCodes.WindowsId(code) : null;
        var context = new CustomerContext
        {
            Key = customer.Id.ToString("D", CultureInfo.InvariantCulture),
            State = customer.State,
            TimeZoneIds = zone is null ? [] : [zone],
            History = attempts.Where(attempt => attempt.CustomerId == customer.Id).Select(attempt => attempt.Attempt).ToList(),
            Consents = customer.Consents,
        };
        return ContactCourtesy.Judge(request, context, pack, configuration.PolicyFor(pack.Country, CalendarDate.Of(request.AtUtc), trace));
    }

    private CountryPack? PackOf(CustomerRecord customer) =>
        CountryPacks.Find(customer.Country.Length > 0 ? customer.Country : configuration.DefaultCountry);

    private DateTime LatestMove(ContactRequest request) => Later(request.AtUtc, now).AddDays(configuration.MoveWithinDays);

    private static DateTime? Latest(List<Verdict> verdicts) =>
        verdicts.Any(verdict => verdict.NextAllowedAtUtc is null) ? null : verdicts.Max(verdict => verdict.NextAllowedAtUtc);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
