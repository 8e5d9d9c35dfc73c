using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>By which calendar, clocks and periods the ledgers of a customer are read: the pack's, on the customer's clocks.</summary>
internal sealed class LedgerTerms
{
    /// <summary>Where the pack names no threshold in a currency.</summary>
    private const decimal HouseMateriality = 5m;

    private readonly IReadOnlyList<LocalClock> clocks;
    private readonly LocalClock bankClock;
    private readonly CountryPack pack;

    /// <param name="clocks">The customer's clocks: a day has passed only when it has on each of them, and at the bank.</param>
    public LedgerTerms(CountryPack pack, IReadOnlyList<LocalClock> clocks)
    {
        this.pack = pack;
        this.clocks = clocks;
        bankClock = pack.Clocks[0];
        BankDays = Collections.BankDays.Of(pack);
    }

    public BusinessDays BankDays { get; }

    /// <summary>Bank days within which a direct debit may come back.</summary>
    public int ReturnWindow => pack.Settlement.DebitReturnBankDays;

    public RuleSource ReturnSource => pack.Settlement.DebitReturnSource;

    /// <summary>Bank days after which money paid by a method is there.</summary>
    public MethodSettlement Settlement(PaymentMethod method) => pack.Settlement.Of(method);

    /// <summary>What nobody is contacted for: amounts up to this one, in the obligation's currency.</summary>
    public decimal Materiality(string currency) => pack.MaterialityOf(currency)?.Amount ?? HouseMateriality;

    public RuleSource MaterialitySource(string currency) => pack.MaterialityOf(currency)?.Source ?? HousePolicy.Source;

    /// <summary>Whether the country lets somebody bound in that capacity be contacted about the debt; those who were only named never.</summary>
    public bool MayContact(PartyRole role, CalendarDate day) =>
        role != PartyRole.Reference && (pack.AllowedRoles.Count == 0 || pack.AllowedRoleOf(role, day) is not null);

    public CalendarDate EffectiveDue(InstallmentLine line) => line.EffectiveDueDate ?? DueDates.Effective(line.DueDate, pack);

    /// <summary>The day on which direct debit draws the instalment.</summary>
    public CalendarDate Debit(InstallmentLine line) => line.DebitDate ?? DueDates.Debit(EffectiveDue(line), 0, pack);

    /// <summary>Days past due by the country's convention: in Brazil, whoever misses the moved date owes from the original one.</summary>
    public int DaysPastDue(InstallmentLine line, DateTime utc) => Collections.DaysPastDue.On(
        Today(utc), line.DueDate, EffectiveDue(line), DueDates.RuleFor(line.DueDate, pack).Convention);

    /// <summary>The bank's own day.</summary>
    public CalendarDate Today(DateTime utc) => bankClock.DateAt(utc);

    /// <summary>Midnight has struck everywhere: of day 17, the 18th has begun.</summary>
    public bool HasPassed(CalendarDate day, DateTime utc) => bankClock.DateAt(utc) > day && clocks.All(clock => clock.DateAt(utc) > day);

    /// <summary>The first instant at which <see cref="HasPassed"/> is true.</summary>
    public DateTime PassedAt(CalendarDate day)
    {
        var next = day.AddDays(1);
        var at = bankClock.StartOf(next);
        foreach (var clock in clocks)
        {
            var start = clock.StartOf(next);
            at = start > at ? start : at;
        }

        return at;
    }

    /// <summary>The close of the bank day that lies so many bank days after a day, or after the first bank day behind it where it is closed.</summary>
    public DateTime CloseAfter(CalendarDate day, int bankDays) => Collections.BankDays.CloseOf(BankDays.Add(BankDays.OnOrAfter(day), bankDays), pack);

    /// <summary>The last close of the banks at or before an instant: up to then a ledger must be known to be believed.</summary>
    public DateTime LastClose(DateTime utc) => Collections.BankDays.LastCloseBefore(utc, pack);
}
