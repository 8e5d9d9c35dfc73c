using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>
/// Reads what is known of customers: one object, or a list of them, each with <c>customer</c>, <c>obligations</c> (with their installments, payments and
/// promises), <c>holds</c>, <c>travels</c>, <c>emailKind</c>, <c>phoneKind</c>. The format is documented in docs/collections.md.
/// </summary>
internal sealed class LedgerFile(string name, LocalClock clock)
{
    /// <returns>By the customer's id; one without an id under the empty one.</returns>
    /// <exception cref="InvalidDataException">A value cannot be understood; the message names file, line and member.</exception>
    public static IReadOnlyDictionary<string, CustomerContext> Read(string path, LocalClock clock)
    {
        var file = new LedgerFile(path, clock);
        try
        {
            var json = LocatedJson.Parse(File.ReadAllText(path));
            var customers = json.Kind == JsonTokenType.StartArray ? json.Items : [json];
            var read = new Dictionary<string, CustomerContext>(StringComparer.OrdinalIgnoreCase);
            foreach (var customer in customers)
            {
                if (!read.TryAdd(customer["customer"]?.Text ?? "", file.Customer(customer))) throw file.Wrong(customer, "this customer stands twice");
            }

            return read;
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}({(mistake.LineNumber ?? 0) + 1}): this is not JSON."), mistake);
        }
    }

    private CustomerContext Customer(LocatedJson json)
    {
        Known(json, "customer", "obligations", "holds", "travels", "emailKind", "phoneKind");
        return new CustomerContext
        {
            Key = json["customer"]?.Text ?? "",
            EmailKind = Word(json, "emailKind", AddressKind.Own),
            PhoneKind = Word(json, "phoneKind", AddressKind.Own),
            Obligations = [.. List(json, "obligations").Select(Obligation)],
            Holds = [.. List(json, "holds").Select(Hold)],
            Travels = [.. List(json, "travels").Select(Travel)],
        };
    }

    private ObligationLedger Obligation(LocatedJson json)
    {
        Known(
            json, "key", "number", "country", "currency", "role", "mayBeTold", "mandate", "asOf", "limit", "balance", "dunningLevel", "blocked", "limitDecreases",
            "installments", "payments", "promises");
        return new ObligationLedger
        {
            Key = json["key"]?.Text ?? throw Wrong(json, "an obligation needs a key"),
            Number = json["number"]?.Text ?? "",
            Country = json["country"]?.Text ?? "",
            Currency = json["currency"]?.Text ?? "",
            Role = Word(json, "role", PartyRole.Debtor),
            MayBeTold = Flag(json, "mayBeTold", true),
            HasMandate = Flag(json, "mandate", false),
            AsOfUtc = Instant(json, "asOf"),
            Limit = Amount(json, "limit"),
            Balance = Amount(json, "balance"),
            DunningLevel = (int)(Amount(json, "dunningLevel") ?? 0),
            IsBlocked = Flag(json, "blocked", false),
            LimitDecreases = [.. List(json, "limitDecreases").Select(day => CalendarDate.TryParse(day.Text, out var date) ? date : throw Wrong(day, $"'{day.Text}' is no date such as 2026-11-22"))],
            Installments = [.. List(json, "installments").Select(Installment)],
            Payments = [.. List(json, "payments").Select(Payment)],
            Promises = [.. List(json, "promises").Select(Promise)],
        };
    }

    private InstallmentLine Installment(LocatedJson json)
    {
        Known(json, "number", "dueDate", "effectiveDueDate", "debitDate", "amount", "paid", "paidOn", "kind", "cancelled");
        return new InstallmentLine(
            (int)(Amount(json, "number") ?? 0), Needed(Day(json, "dueDate"), json, "dueDate"), Day(json, "effectiveDueDate"), Day(json, "debitDate"),
            Needed(Amount(json, "amount"), json, "amount"), Amount(json, "paid") ?? 0, Day(json, "paidOn"))
        {
            Kind = Word(json, "kind", InstallmentKind.Installment),
            IsCancelled = Flag(json, "cancelled", false),
        };
    }

    private PaymentLine Payment(LocatedJson json)
    {
        Known(json, "method", "state", "amount", "initiated", "posted", "expires", "returned", "installment");
        return new PaymentLine(
            Word(json, "method", PaymentMethod.Other), Word(json, "state", PaymentState.Posted), Needed(Amount(json, "amount"), json, "amount"),
            Instant(json, "initiated"), Instant(json, "posted"), Instant(json, "expires"))
        {
            Returned = Text(json, "returned") is null ? null : Word(json, "returned", ReturnReason.Other),
            InstallmentNumber = (int?)Amount(json, "installment"),
        };
    }

    private PromiseLine Promise(LocatedJson json)
    {
        Known(json, "amount", "on", "open");
        return new PromiseLine(Needed(Amount(json, "amount"), json, "amount"), Needed(Day(json, "on"), json, "on"), Flag(json, "open", true));
    }

    private ContactHold Hold(LocatedJson json)
    {
        Known(json, "kind", "obligation", "amount", "from", "until");
        if (json["kind"] is null) throw Wrong(json, "a hold needs a kind");
        return new ContactHold(Word(json, "kind", HoldKind.Deceased), Text(json, "obligation"), Amount(json, "amount"), Day(json, "from"), Day(json, "until"));
    }

    private TravelNotice Travel(LocatedJson json)
    {
        Known(json, "countries", "from", "until", "plannedSpend");
        return new TravelNotice(
            [.. List(json, "countries").Select(country => country.Text)], Needed(Day(json, "from"), json, "from"), Needed(Day(json, "until"), json, "until"), Amount(json, "plannedSpend"));
    }

    private void Known(LocatedJson json, params string[] members)
    {
        if (json.Kind != JsonTokenType.StartObject) throw Wrong(json, "an object is wanted here");
        var unknown = json.Members.FirstOrDefault(member => !members.Contains(member.Key)).Key;
        if (unknown is not null) throw Wrong(json[unknown]!, $"unknown member '{unknown}'. Known: {string.Join(", ", members)}");
    }

    private static IReadOnlyList<LocatedJson> List(LocatedJson json, string member) => json[member]?.Items ?? [];

    private T Needed<T>(T? value, LocatedJson json, string member)
        where T : struct => value ?? throw Wrong(json, $"'{member}' is missing");

    private CalendarDate? Day(LocatedJson json, string member) =>
        Text(json, member) is not { } text ? null : CalendarDate.TryParse(text, out var day) ? day : throw Wrong(json[member]!, $"{member} '{text}' is no date such as 2026-11-22");

    private DateTime? Instant(LocatedJson json, string member) =>
        Text(json, member) is not { } text ? null
        : LocalInstant.TryRead(text, clock, out var utc, out _) ? utc
        : throw Wrong(json[member]!, $"{member} '{text}' is no time such as 2026-11-22T10:00 or 2026-11-22T10:00-05:00");

    private decimal? Amount(LocatedJson json, string member) =>
        Text(json, member) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw Wrong(json[member]!, $"{member} '{text}' is no number such as 1234.50");

    private bool Flag(LocatedJson json, string member, bool otherwise) => json[member] is not { } value ? otherwise : value.Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(value, $"{member} must be true or false"),
    };

    private T Word<T>(LocatedJson json, string member, T otherwise)
        where T : struct, Enum =>
        Text(json, member) is not { } text ? otherwise
        : Words.TryRead<T>(text, out var word) ? word
        : throw Wrong(json[member]!, $"{member} '{text}' is none of {string.Join(", ", Words.All<T>())}");

    private static string? Text(LocatedJson json, string member) => json[member] is { Kind: JsonTokenType.String or JsonTokenType.Number } value ? value.Text : null;

    private InvalidDataException Wrong(LocatedJson where, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{name}({where.Line}): {what}."));
}
