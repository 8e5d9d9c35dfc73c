using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>
/// Judges contacts with many customers, or with one at many hours, of whom everything was asked at once: the same rules as for a single contact, and
/// as many requests for five hundred customers as for one.
/// </summary>
internal sealed class PlanDesk
{
    private readonly CourtesyConfiguration configuration;
    private readonly DateTime now;
    private readonly Action<string> trace;
    private readonly LedgerRows ledger;
    private readonly Dictionary<Guid, CustomerRecord> customers;
    private readonly ILookup<Guid, AttemptRecord> attempts;
    private readonly Dictionary<string, HousePolicy> policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Matter?> matters = new(StringComparer.Ordinal);

    /// <summary>Asks for the customers, their ledgers and their contacts: three requests, one more for each further page of 5,000 rows.</summary>
    /// <param name="fromUtc">The first instant that will be judged.</param>
    /// <param name="toUtc">The last.</param>
    public PlanDesk(Queries queries, CourtesyConfiguration configuration, IReadOnlyCollection<Guid> ids, DateTime fromUtc, DateTime toUtc, DateTime now, Action<string> trace)
    {
        this.configuration = configuration;
        this.now = now;
        this.trace = trace;
        customers = queries.Customers(ids).ToDictionary(customer => customer.Id);
        var counted = customers.Values.SelectMany(customer => new[] { customer.Id, customer.Counted }).Distinct().ToList();
        ledger = queries.Ledger(counted, now);
        attempts = queries.Attempts(counted, fromUtc.AddDays(-ThanksSeldom.DefaultDays), toUtc.AddDays(ContactReachDays), Guid.Empty)
            .ToLookup(attempt => attempt.CustomerId);
    }

    /// <summary>So many days ahead planned contacts hold their places.</summary>
    private const int ContactReachDays = 31;

    /// <summary>The matter between us and a customer; null where he is unknown or no country concerned has rules here.</summary>
    /// <param name="obligation">What it is about; null: anything.</param>
    public Matter? Of(Guid customer, string? obligation)
    {
        var key = Queries.Text(customer) + obligation;
        if (matters.TryGetValue(key, out var known)) return known;
        if (!customers.TryGetValue(customer, out var record) || JudgedCustomer.Of(record, ledger, obligation, configuration) is not { } judged) return matters[key] = null;

        var own = attempts[record.Id].Concat(record.Counted == record.Id ? [] : attempts[record.Counted]).ToList();
        return matters[key] = new Matter(judged.Law, judged.Context(own), obligation);
    }

    /// <summary>The verdict on a contact still to be made.</summary>
    public Verdict Judge(Matter matter, Channel channel, Purpose purpose, DateTime atUtc) =>
        ContactCourtesy.Judge(Request(matter, channel, purpose, atUtc), matter.Context, matter.Law, PolicyFor(matter.Law, atUtc));

    /// <summary>What the customer may be contacted for, as the ledger has it now; null where there is nothing to say.</summary>
    public PlanCandidate? Candidate(TeamRow row)
    {
        var key = Queries.Text(row.Obligation);
        if (Of(row.Customer, key) is not { } matter) return null;

        var policy = PolicyFor(matter.Law, now);
        if (PurposeFromLedger.Derive(matter.Context, key, now, matter.Law, policy) is not { } purpose) return null;

        var situation = new Situation(Request(matter, Channel.PhoneCall, purpose, now), matter.Context, matter.Law, policy);
        var view = situation.Ledger!;
        var obligation = view.Concerned.First();
        var arrears = view.ArrearsOf(obligation, now);
        return new PlanCandidate(
            matter.Context.Key,
            key,
            purpose,
            purpose == Purpose.Reminder ? view.Upcoming(obligation, now, ReminderDays).Sum(line => line.Amount - line.Paid) : arrears.Demandable,
            arrears.DaysPastDue)
        {
            Customer = row.Customer,
            CustomerName = row.Name,
            ObligationNumber = row.Number,
            Currency = obligation.Currency,
        };
    }

    /// <summary>The clock that a customer lives by; where several are possible, the capital's.</summary>
    public LocalClock ClockOf(Matter matter) =>
        new Situation(Request(matter, Channel.PhoneCall, Purpose.Service, now), matter.Context, matter.Law, PolicyFor(matter.Law, now)).Clocks[0];

    private const int ReminderDays = 14;

    private ContactRequest Request(Matter matter, Channel channel, Purpose purpose, DateTime atUtc) => new(channel, purpose, atUtc, ContactPhase.Planned)
    {
        MoveWithinDays = configuration.MoveWithinDays,
        NotBeforeUtc = now,
        ObligationKey = matter.Obligation,
    };

    private HousePolicy PolicyFor(CountryPack law, DateTime atUtc)
    {
        var day = CalendarDate.Of(atUtc);
        var key = string.Format(CultureInfo.InvariantCulture, "{0}{1}", law.Country, day);
        return policies.TryGetValue(key, out var known) ? known : policies[key] = configuration.PolicyForObserving(law.Country, day, trace);
    }
}

/// <summary>What lies between us and a customer: the law that holds, and all that is known.</summary>
/// <param name="Obligation">What it is about ("D" format); null: anything.</param>
internal sealed record Matter(CountryPack Law, CustomerContext Context, string? Obligation);
