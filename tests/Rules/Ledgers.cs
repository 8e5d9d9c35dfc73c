using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Ledgers as the tables write them: Mexican car loans of MXN 1,000 a month, known up to the moment unless said otherwise.</summary>
internal static class Ledgers
{
    public const string Key = "loan";

    /// <summary>The rules that look at the ledger, the parties or earlier offers.</summary>
    public static readonly IReadOnlyList<string> Rules =
    [
        RuleIds.Hold, RuleIds.NotAParty, RuleIds.ThirdParty, RuleIds.SharedAddress, RuleIds.StaleLedger, RuleIds.NothingOverdue, RuleIds.Immaterial,
        RuleIds.DebitWindow, RuleIds.BankFault, RuleIds.PaymentInTransit, RuleIds.DisputedAmount, RuleIds.OpenPromise, RuleIds.UntrueThanks, RuleIds.ThanksSeldom,
        RuleIds.NeedlessReminder, RuleIds.NeedlessDeposit, RuleIds.OfferInDifficulty, RuleIds.OfferInService, RuleIds.OfferCap,
    ];

    public static DateTime Utc(string local) => Judged.Utc(local, Judged.MexicoCity);

    public static ObligationLedger Loan(params InstallmentLine[] lines) => new()
    {
        Key = Key,
        Number = "L-1",
        Currency = "MXN",
        AsOfUtc = Utc("2030-01-01T00:00"),
        Installments = lines,
    };

    public static InstallmentLine Due(string date, decimal paid = 0, string? paidOn = null, string? debit = null, int number = 1) => new(
        number, Judged.Day(date), null, debit is null ? null : Judged.Day(debit), 1000, paid, paidOn is null ? null : Judged.Day(paidOn));

    /// <summary>So many months, due on the 17th, the last one in September 2026; each paid the given days after its effective due date.</summary>
    public static InstallmentLine[] Months(int count, params int[] daysLate) =>
    [
        .. Enumerable.Range(0, count).Select(back =>
        {
            var month = new DateTime(2026, 9, 17).AddMonths(-back);
            var due = Shared.CalendarDate.Of(month);
            var paid = DueDates.Effective(due, CountryPacks.Find("MX")!).AddDays(back < daysLate.Length ? daysLate[back] : 0);
            return new InstallmentLine(count - back, due, null, null, 1000, 1000, paid);
        }),
    ];

    public static PaymentLine Debit(string at, PaymentState state, ReturnReason? why = null) =>
        new(PaymentMethod.DirectDebit, state, 1000, Utc(at), null, null) { Returned = why };

    public static CustomerContext Customer(params ObligationLedger[] obligations) =>
        new() { Key = "c", TimeZoneIds = [Judged.MexicoCity], Obligations = obligations };

    public static ContactRequest Ask(Purpose purpose, string local, Channel channel = Channel.PhoneCall, string? key = null) =>
        new(channel, purpose, Utc(local), ContactPhase.Planned) { ObligationKey = key };

    public static Verdict Judge(this CustomerContext customer, ContactRequest request, HousePolicy? policy = null, string country = "MX") =>
        ContactCourtesy.Judge(request, customer, CountryPacks.Find(country)!, policy ?? HousePolicy.LawEnforced);
}
