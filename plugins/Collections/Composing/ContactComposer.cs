using System;
using System.Collections.Generic;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>What is to be written to a customer.</summary>
/// <param name="Obligation">Empty: the only one that the customer is party to, if a text is about one.</param>
/// <param name="LanguageCode">0: the customer's own.</param>
internal sealed record ComposeWish(Guid Customer, Purpose Purpose, Occasion Occasion, Channel Channel, Guid Obligation, int LanguageCode)
{
    /// <summary>Values that only the caller knows, by token.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>A text, and in what way it was written.</summary>
internal sealed record Composed(WrittenContact Text, TextWanted Wanted, CustomerFormat Format);

/// <summary>Gathers what a text needs and has it written.</summary>
internal sealed class ContactComposer
{
    private readonly Execution execution;
    private readonly ComposeQueries queries;
    private readonly Language reader;

    /// <param name="reader">The language in which the caller is told what is missing.</param>
    public ContactComposer(Execution execution, Language reader)
    {
        this.execution = execution;
        this.reader = reader;
        queries = new ComposeQueries(execution.AsSystem);
    }

    /// <exception cref="InvalidPluginExecutionException">There is no text, or something that it needs is not known; the message says what to do.</exception>
    public Composed Compose(ComposeWish wish)
    {
        var customer = queries.Customer(wish.Customer).ToEntity<Customer>();
        var obligation = ObligationOf(wish);
        var country = (customer.Country ?? "").Split('-')[0].Trim();
        if (country.Length == 0) country = execution.Settings.Text("crmx_DefaultCountry").Trim();
        var code = wish.LanguageCode != 0 ? wish.LanguageCode : customer.Language ?? (country is "US" or "GB" ? (int)Language.English : (int)Language.Spanish);
        var form = Choice.Read<AddressForm>(customer.GetAttributeValue<OptionSetValue>(Customer.Fields.FormOfAddress)) ?? AddressForm.Usted;
        var clock = CustomerCalendar.Of(customer.TimeZone, country);
        var format = new CustomerFormat(LanguageCode.Read(code), country);
        var level = obligation is null ? 0 : (Value(obligation, Obligation.Fields.DunningLevel) as int?) ?? 0;
        var house = HouseTexts.Of(execution);

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["house"] = house.House,
            ["callback"] = house.Callback,
            ["agent"] = queries.Agent(execution.CallerId).GetAttributeValue<string>("fullname") ?? "",
        };
        var wanted = new TextWanted(wish.Occasion, wish.Purpose, level, wish.Channel, form, country, code);
        if (obligation is not null) wanted = Obligated(wish, obligation, values, format, clock, wanted);
        if (wish.Occasion == Occasion.Travel && queries.NextTrip(wish.Customer)?.ToEntity<Model.TravelNotice>() is { } trip) Trip(trip, values, format);
        foreach (var value in wish.Values) values[value.Key] = value.Value;

        var addressing = new Addressing(
            customer.Name ?? "", customer.PreferredName ?? "", customer.Title ?? "",
            customer.GetAttributeValue<OptionSetValue>(Customer.Fields.Kind)?.Value == (int)CustomerKind.Organisation, form);
        return new Composed(Write(wanted, addressing, values, house), wanted, format);
    }

    private WrittenContact Write(TextWanted wanted, Addressing addressing, Dictionary<string, string> values, HouseTexts house)
    {
        try
        {
            return ContactWording.Write(wanted, addressing, values, house.Rows)
                ?? throw new InvalidPluginExecutionException(ComposeTexts.Write(reader, "NoTemplate"));
        }
        catch (TokenException missing)
        {
            var name = TemplateChoice.Choose(wanted, house.Rows)?.Id ?? "";
            throw new InvalidPluginExecutionException(
                missing.IsKnown ? ComposeTexts.Write(reader, "NeedsValue", missing.Token) : ComposeTexts.Write(reader, "UnknownToken", missing.Token, name), missing);
        }
    }

    // a message names only what the person is party to: the row is found through the party, never by its id alone
    private Entity? ObligationOf(ComposeWish wish)
    {
        var rows = queries.Obligations(wish.Customer, wish.Obligation);
        if (wish.Obligation != Guid.Empty && rows.Count == 0) throw new InvalidPluginExecutionException(ComposeTexts.Write(reader, "NotParty"));

        return wish.Obligation != Guid.Empty || rows.Count == 1 ? rows[0] : null;
    }

    private TextWanted Obligated(ComposeWish wish, Entity obligation, Dictionary<string, string> values, CustomerFormat format, LocalClock clock, TextWanted wanted)
    {
        var id = (Guid)Value(obligation, Obligation.Fields.ObligationId)!;
        var currency = (obligation.GetAttributeValue<AliasedValue>(ComposeQueries.CurrencyAlias + ".isocurrencycode")?.Value as string) ?? "";
        string Money(Money? money) => money is null ? "" : format.Amount(money.Value, currency);
        string Day(DateTime? day) => day is { } date ? format.Day(CalendarDate.Of(date)) : "";

        values["obligation"] = NameOf(obligation);
        values["contractDate"] = Day(Value(obligation, Obligation.Fields.ContractSignedOn) as DateTime?);
        if (NeedsLedger(wish) && Demand.Of(new Queries(execution.AsSystem), wish.Customer, id, wanted.Country, clock, execution.Clock.UtcNow) is { } demand)
        {
            wanted = Owed(wish, demand, values, format, currency, wanted);
        }

        if (wish.Purpose == Purpose.Promise && queries.OpenPromise(id)?.ToEntity<PromiseToPay>() is { } promise)
        {
            values["promiseAmount"] = Money(promise.Amount);
            values["promiseDate"] = Day(promise.On);
        }

        if (wish.Occasion == Occasion.LimitDecrease && queries.LatestLimitChange(id)?.ToEntity<CreditLimitChange>() is { } change)
        {
            values["oldLimit"] = Money(change.OldLimit);
            values["newLimit"] = Money(change.NewLimit);
            values["limitDate"] = Day(change.EffectiveOn);
            values["reason"] = change.ReasonText ?? "";
        }

        if (wish.Occasion == Occasion.Block && queries.LatestBlock(id)?.ToEntity<CardBlock>() is { } block)
        {
            values["blockDate"] = Day(block.From);
            values["reason"] = block.ReasonText ?? "";
        }

        return wanted;
    }

    // a demand names what may be demanded, nothing else: what is in transit, promised, disputed or the bank's own doing is not in it
    private TextWanted Owed(ComposeWish wish, Demand demand, Dictionary<string, string> values, CustomerFormat format, string currency, TextWanted wanted)
    {
        var isDemand = wish.Purpose == Purpose.Collection;
        if (isDemand && wish.Occasion == Occasion.Plain && demand.Amount <= 0)
        {
            throw new InvalidPluginExecutionException(ComposeTexts.Write(reader, demand.IsStale ? "LedgerStale" : "NothingToDemand"));
        }

        values["fees"] = format.Amount(demand.Fees, currency);
        if ((isDemand ? demand.Oldest : demand.Next) is not { } told) return wanted;

        values["amount"] = format.Amount(isDemand ? demand.Amount : Demand.Unpaid(told), currency);
        values["dueDate"] = format.Day(told.DueDate);
        values["effectiveDate"] = format.Day(demand.EffectiveDue(told));
        if (demand.Debit(told) is not { } debit) return wanted;

        values["debitDate"] = format.Day(debit);
        var isMoved = wish.Purpose == Purpose.Reminder && wish.Occasion == Occasion.Plain && demand.EffectiveDue(told) != told.DueDate;
        return isMoved ? wanted with { Occasion = Occasion.MovedDebit } : wanted;
    }

    private static bool NeedsLedger(ComposeWish wish) =>
        wish.Purpose is Purpose.Collection or Purpose.Reminder or Purpose.Promise && wish.Occasion is Occasion.Plain or Occasion.MovedDebit;

    private static void Trip(Model.TravelNotice trip, Dictionary<string, string> values, CustomerFormat format)
    {
        values["travelFrom"] = trip.From is { } from ? format.Day(CalendarDate.Of(from)) : "";
        values["travelUntil"] = trip.Until is { } until ? format.Day(CalendarDate.Of(until)) : "";
        values["countries"] = trip.Countries ?? "";
    }

    /// <summary>"Crédito de auto …1234": enough for the customer to know it, too little for who looks over the shoulder.</summary>
    private static string NameOf(Entity obligation)
    {
        var number = (Value(obligation, Obligation.Fields.Number) as string ?? "").Trim();
        var end = number.Length > 4 ? "…" + number.Substring(number.Length - 4) : number;
        return ((Value(obligation, Obligation.Fields.Product) as string ?? "").Trim() + " " + end).Trim();
    }

    private static object? Value(Entity row, string column) => row.GetAttributeValue<AliasedValue>(ComposeQueries.ObligationAlias + "." + column)?.Value;
}
