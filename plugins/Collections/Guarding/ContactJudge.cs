using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Gathers what bears on a contact and has the rules judge it, for each customer it reaches.</summary>
/// <remarks>Three requests: the customers, their ledgers (for purposes that look at them), their contacts.</remarks>
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
    /// The judgement; null where no customer of ours is concerned or no country concerned has rules here: then it is not ours to judge.
    /// </summary>
    /// <param name="explicitTime">A person set this very time.</param>
    public ContactJudgement? Judge(ContactFacts facts, ContactPhase phase, bool explicitTime)
    {
        var reached = Addressees.Of(facts, queries);
        var ids = reached.Customers.SelectMany(customer => new[] { customer.Id, customer.Counted }).Distinct().ToList();
        var ledger = ids.Count > 0 && JudgedCustomer.LooksAtLedger(facts.Purpose) ? queries.Ledger(ids, now) : null;
        var obligation = facts.Obligation is { } named ? Queries.Text(named.Id) : null;
        var customers = reached.Customers.Select(customer => JudgedCustomer.Of(customer, ledger, obligation, configuration)).OfType<JudgedCustomer>().ToList();
        if (customers.Count == 0)
        {
            trace("no customer, or none in a country with rules");
            return null;
        }

        var days = customers.Max(customer => HistoryReach.Days(facts.Purpose, customer.Law, PolicyFor(customer.Law, facts.AtUtc)));
        var attempts = queries.Attempts(ids, facts.AtUtc.AddDays(-days), Later(facts.AtUtc, now).AddDays(configuration.MoveWithinDays + days), facts.ActivityId);
        var request = new ContactRequest(facts.Channel, facts.Purpose, facts.AtUtc, phase)
        {
            ExplicitTime = explicitTime,
            MoveWithinDays = configuration.MoveWithinDays,
            NotBeforeUtc = now,
            ActivityId = Queries.Text(facts.ActivityId),
            ObligationKey = obligation,
            Text = facts.Text,
            ReachedMachine = facts.ReachedMachine,
            ReachesThirdParty = facts.ReachedThirdParty || reached.HasStrangers,
            ConcernsCase = facts.Regarding?.LogicalName == "incident",
        };
        return Combine(request, customers, attempts);
    }

    /// <summary>The customers of a contact: the one it names, and of e-mails and appointments all those it is addressed to.</summary>
    public IReadOnlyList<CustomerRecord> CustomersOf(ContactFacts facts) => Addressees.Of(facts, queries).Customers;

    private ContactJudgement Combine(ContactRequest request, List<JudgedCustomer> customers, IReadOnlyList<AttemptRecord> attempts)
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
        List<JudgedCustomer> customers,
        List<Verdict> verdicts,
        IReadOnlyList<AttemptRecord> attempts,
        IEnumerable<ContactSlot?> slots)
    {
        var places = slots.ToList();
        var own = attempts.ToLookup(attempt => attempt.CustomerId);
        var each = customers.Select((customer, index) =>
            new CustomerVerdict(customer.Customer, verdicts[index], own[customer.Customer.Id].ToList(), places[index]));
        return new ContactJudgement(decision, enforced, at, next, each.ToList());
    }

    private Verdict JudgeOne(ContactRequest request, JudgedCustomer customer, IReadOnlyList<AttemptRecord> attempts) =>
        ContactCourtesy.Judge(request, customer.Context(attempts), customer.Law, PolicyFor(customer.Law, request.AtUtc));

    private HousePolicy PolicyFor(CountryPack law, DateTime at) => configuration.PolicyFor(law.Country, CalendarDate.Of(at), trace);

    private DateTime LatestMove(ContactRequest request) => Later(request.AtUtc, now).AddDays(configuration.MoveWithinDays);

    private static DateTime? Latest(List<Verdict> verdicts) =>
        verdicts.Any(verdict => verdict.NextAllowedAtUtc is null) ? null : verdicts.Max(verdict => verdict.NextAllowedAtUtc);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
