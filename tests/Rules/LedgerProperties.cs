using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What holds for every ledger and every dunning calendar.</summary>
[Properties(Arbitrary = [typeof(Cases)], MaxTest = 200)]
public class LedgerProperties
{
    [Property]
    public bool Nobody_is_asked_for_what_he_does_not_owe(Case it)
    {
        if (!it.Judge(Purpose.Collection).Allowed) return true;
        return it.Customer.Obligations!.Any(ledger =>
            ledger.Installments.Where(line => !line.IsCancelled && it.Clock.DateAt(it.At) > line.DueDate).Sum(line => line.Amount - line.Paid) > 50m
            && ledger.AsOfUtc is not null);
    }

    [Property]
    public bool What_is_demanded_and_what_is_withheld_is_what_is_overdue(Case it)
    {
        var pack = CountryPacks.Find("MX")!;
        var terms = new LedgerTerms(pack, [it.Clock]);
        return it.Customer.Obligations!.Select(ledger => Arrears.Of(ledger, it.Customer.Holds, terms, it.At, it.At)).All(arrears =>
            arrears.Demandable >= 0 && arrears.Withheld.All(part => part.Amount > 0)
            && arrears.Demandable + arrears.Withheld.Sum(part => part.Amount) == arrears.Overdue
            && (arrears.Demandable == 0 || arrears.Demandable > 50m));
    }

    [Property]
    public bool Thanks_and_demands_never_go_out_at_the_same_hour(Case it) => !(it.Judge(Purpose.ThankYou).Allowed && it.Judge(Purpose.Collection).Allowed);

    [Property]
    public bool Deciding_twice_changes_nothing(Case it) =>
        VerdictJson.Write(it.Judge(Purpose.Collection), Language.Spanish) == VerdictJson.Write(it.Judge(Purpose.Collection), Language.Spanish);

    [Property]
    public bool Money_on_its_way_never_makes_a_demand_possible(Case it)
    {
        var more = it with { Customer = it.Customer with { Obligations = [.. it.Customer.Obligations!.Select(Paying)] } };
        return !more.Judge(Purpose.Collection).Allowed || it.Judge(Purpose.Collection).Allowed || it.Judge(Purpose.Collection).Decision == Decision.Changed;

        ObligationLedger Paying(ObligationLedger ledger) => ledger with
        {
            Payments = [.. ledger.Payments, new PaymentLine(PaymentMethod.Transfer, PaymentState.InTransit, 300, it.At, null, it.At.AddDays(1))],
        };
    }

    [Property(MaxTest = 400)]
    public bool A_tighter_policy_never_lets_a_ledger_allow_more(Case it, int number, bool quarter)
    {
        var days = Math.Abs(number % 120).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var tight = HousePolicy.Of(
            RuleMode.Enforce,
            [
                new PolicyRow("", RuleIds.Immaterial, days, null, null, null),
                new PolicyRow("", RuleIds.ThanksSeldom, days, null, null, null),
                new PolicyRow("", RuleIds.NeedlessReminder, days, null, null, null),
                new PolicyRow("", RuleIds.OfferCap, quarter ? "quarter" : days, null, null, null),
                new PolicyRow("", RuleIds.Spacing, days, null, null, null),
            ],
            "MX",
            Judged.Day("2026-10-01"));
        return Array.TrueForAll(
            [Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.ThankYou, Purpose.Sales],
            purpose => !it.Judge(purpose, tight).Allowed || it.Judge(purpose).Allowed);
    }

    [Property(MaxTest = 50)]
    public bool A_dunning_calendar_judged_one_contact_after_another_exceeds_no_cap(Case it)
    {
        var pack = CountryPacks.Find("MX")!;
        var made = new List<ContactAttempt>();
        for (var hour = 0; hour < 96; hour += 5)
        {
            var now = it with { At = it.At.AddHours(hour), Customer = it.Customer with { History = [.. made] } };
            if (now.Judge(Purpose.Collection).Allowed) made.Add(new ContactAttempt(now.At, Channel.PhoneCall, Purpose.Collection, ContactReach.Attempted));
        }

        var cap = pack.Caps.First(value => value.RuleId == RuleIds.DailyCap && value.Scope.Covers(Channel.PhoneCall, Purpose.Collection)).Max;
        return made.GroupBy(attempt => it.Clock.DateAt(attempt.AtUtc)).All(day => day.Count() <= cap)
            && made.All(attempt => it.Clock.ToLocal(attempt.AtUtc).TimeOfDay is var time && time >= TimeSpan.FromHours(7) && time < TimeSpan.FromHours(22));
    }

    /// <summary>A customer at an instant.</summary>
    public sealed record Case
    {
        internal CustomerContext Customer { get; init; } = null!;

        internal DateTime At { get; init; }

        internal Shared.LocalClock Clock { get; } = Shared.LocalClock.Find(Judged.MexicoCity)!;

        internal Verdict Judge(Purpose purpose, HousePolicy? policy = null) =>
            ContactCourtesy.Judge(new ContactRequest(Channel.PhoneCall, purpose, At, ContactPhase.Planned), Customer, CountryPacks.Find("MX")!, policy ?? HousePolicy.LawEnforced);

        public override string ToString() => $"{At:u} {string.Join("; ", Customer.Obligations!)}";
    }

    public static class Cases
    {
        public static Arbitrary<Case> Case() => Arb.From(
            from minutes in Gen.Choose(0, 60 * 1440)
            from obligations in Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(Obligation, count))
            from disputed in Gen.Frequency((3, Gen.Constant<decimal?>(0m)), (1, Gen.Elements<decimal?>(null, 200m, 990m)))
            select new Case
            {
                At = Ledgers.Utc("2026-09-25T00:00").AddMinutes(minutes),
                Customer = Ledgers.Customer(obligations) with
                {
                    Holds = disputed == 0 ? [] : [new ContactHold(HoldKind.DisputedAmount, null, disputed, null, null)],
                },
            });

        private static Gen<ObligationLedger> Obligation =>
            from lines in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Line, count))
            from mandate in Gen.Elements(true, false)
            from payments in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Payment, count))
            from promised in Gen.Elements(0m, 0m, 500m, 1000m)
            from day in Gen.Choose(0, 60)
            from isKnown in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
            select Ledgers.Loan([.. lines.Select((line, index) => line with { Number = index + 1 })]) with
            {
                HasMandate = mandate,
                Payments = payments,
                Promises = promised == 0 ? [] : [new PromiseLine(promised, Judged.Day("2026-09-25").AddDays(day), true)],
                AsOfUtc = isKnown ? Ledgers.Utc("2030-01-01T00:00") : null,
            };

        private static Gen<InstallmentLine> Line =>
            from day in Gen.Choose(-60, 90)
            from paid in Gen.Elements(0m, 400m, 996.60m, 1000m)
            from cancelled in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
            let due = Judged.Day("2026-09-25").AddDays(day)
            select new InstallmentLine(0, due, null, null, 1000, paid, paid == 1000 ? due : null) { IsCancelled = cancelled };

        private static Gen<PaymentLine> Payment =>
            from method in Gen.Elements(PaymentMethod.DirectDebit, PaymentMethod.Transfer)
            from state in Gen.Elements(Enum.GetValues<PaymentState>())
            from hours in Gen.Choose(0, 60 * 24)
            from why in Gen.Elements<ReturnReason?>(null, ReturnReason.Technical, ReturnReason.InsufficientFunds)
            select new PaymentLine(method, state, 500, Ledgers.Utc("2026-09-25T00:00").AddHours(hours), null, null) { Returned = why };
    }
}
