using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What a country asks of those who contact its people: law where there is law, house policy where it is silent. Immutable.</summary>
internal sealed class CountryPack
{
    private readonly PackValues?[,] values = new PackValues?[Enum.GetValues(typeof(Channel)).Length, Enum.GetValues(typeof(Purpose)).Length];
    private IReadOnlyList<Purpose>? countedPurposes;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required string EnglishName { get; init; }

    public required string SpanishName { get; init; }

    /// <summary>The state whose values are in force beside the national ones; empty: the country as a whole.</summary>
    public string State { get; init; } = "";

    /// <summary>The states that the pack knows.</summary>
    public IReadOnlyList<PackState> States { get; init; } = [];

    /// <summary>States by code and by each of their names, as <see cref="PackState.Plain"/> has them.</summary>
    public IReadOnlyDictionary<string, PackState> StateByName { get; init; } = new Dictionary<string, PackState>();

    /// <summary>Identifies the pack's content in every verdict.</summary>
    public required string Version { get; init; }

    /// <summary>The clocks of the country, the capital's first.</summary>
    public required IReadOnlyList<LocalClock> Clocks { get; init; }

    /// <summary>What is never held back by hours, holidays, caps or opt-outs.</summary>
    public required IReadOnlyList<Exemption> Exemptions { get; init; }

    public required IReadOnlyList<PermittedHoursValue> Hours { get; init; }

    public required IReadOnlyList<CapValue> Caps { get; init; }

    /// <summary>How long the customer is left in peace after a conversation.</summary>
    public IReadOnlyList<RestValue> Rests { get; init; } = [];

    public required IReadOnlyList<ForbiddenChannel> ForbiddenChannels { get; init; }

    /// <summary>What forbids offers in a contact about the customer's own case; null where nothing does.</summary>
    public RuleSource? NoOffersInService { get; init; }

    /// <summary>Who may be told of a debt.</summary>
    public IReadOnlyList<AllowedRole> AllowedRoles { get; init; } = [];

    /// <summary>How long money takes, and until when it may come back.</summary>
    public required SettlementTerms Settlement { get; init; }

    public IReadOnlyList<Materiality> Materialities { get; init; } = [];

    public IReadOnlyList<LimitDecreaseTerms> LimitDecreases { get; init; } = [];

    public IReadOnlyList<LimitIncreaseTerms> LimitIncreases { get; init; } = [];

    public IReadOnlyList<BlockTerms> Blocks { get; init; } = [];

    /// <summary>What is kept as proof, and for how long.</summary>
    public IReadOnlyList<Retention> Retentions { get; init; } = [];

    /// <summary>What lets a customer ask for other hours; null where nothing does.</summary>
    public RuleSource? HoursWaiver { get; init; }

    /// <summary>On what a customer's opt-out, own window and channel authorisation rest.</summary>
    public required RuleSource OptOut { get; init; }

    public required RuleSource CustomerWindow { get; init; }

    public required RuleSource ChannelAuthorisation { get; init; }

    /// <summary>Holidays of the people.</summary>
    public required HolidayCalendar PublicHolidays { get; init; }

    /// <summary>Days on which banks do not settle, weekends apart.</summary>
    public required HolidayCalendar BankHolidays { get; init; }

    public required RuleSource PublicHolidaySource { get; init; }

    /// <summary>On what <see cref="BankHolidays"/> rest.</summary>
    public required RuleSource BankHolidaySource { get; init; }

    /// <summary>What becomes of due dates on closed days; the first that holds on the due date counts. Empty: <see cref="DueDateValue.House"/>.</summary>
    public IReadOnlyList<DueDateValue> DueDates { get; init; } = [];

    /// <summary>So many days before and after a contact the rules look at other contacts (a week, and the longest rest).</summary>
    public int HistoryDays { get; init; } = 8;

    /// <summary>Every purpose that uses up some cap.</summary>
    public IReadOnlyList<Purpose> CountedPurposes => countedPurposes ??= [.. Caps.SelectMany(cap => cap.Counted).Distinct()];

    /// <summary>The law at the customer's residence and the law of the contract at once; see <see cref="PackIntersection"/>. Costly: keep the result.</summary>
    public static CountryPack Intersect(CountryPack residence, CountryPack contract) => PackIntersection.Of(residence, contract);

    /// <summary>What binds one channel and purpose.</summary>
    public PackValues ValuesFor(Channel channel, Purpose purpose)
    {
        // two threads may both work out the same values: either result is right
        ref var known = ref values[(int)channel, (int)purpose];
        return known ??= new PackValues(this, channel, purpose);
    }

    public bool IsCounted(Purpose purpose) => CountedPurposes.Contains(purpose);

    public Exemption? ExemptionOf(Purpose purpose)
    {
        foreach (var exemption in Exemptions)
        {
            if (exemption.Purpose == purpose)
            {
                return exemption;
            }
        }

        return null;
    }

    /// <summary>The amount up to which nothing is demanded, or null where the pack names none in that currency.</summary>
    public Materiality? MaterialityOf(string currency) =>
        Materialities.FirstOrDefault(value => string.Equals(value.Currency, currency, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who may be told of a debt in that capacity, on what authority; null: he may not.</summary>
    public AllowedRole? AllowedRoleOf(PartyRole role, CalendarDate day) => AllowedRoles.FirstOrDefault(value => value.Role == role && value.Validity.HoldsOn(day));

    /// <exception cref="InvalidOperationException">The pack says nothing for that day; packs that ship do for every day.</exception>
    public LimitDecreaseTerms LimitDecreaseOn(CalendarDate day) => LimitDecreases.First(value => value.Validity.HoldsOn(day));

    /// <inheritdoc cref="LimitDecreaseOn"/>
    public LimitIncreaseTerms LimitIncreaseOn(CalendarDate day) => LimitIncreases.First(value => value.Validity.HoldsOn(day));

    /// <inheritdoc cref="LimitDecreaseOn"/>
    public BlockTerms BlockOn(CalendarDate day) => Blocks.First(value => value.Validity.HoldsOn(day));

    public override string ToString() => Version;
}

/// <summary>A purpose that is never held back, and on what authority.</summary>
internal sealed record Exemption(Purpose Purpose, RuleSource Source);

/// <summary>Whom, by what and when a value of the pack binds.</summary>
/// <param name="ValidFrom">First day on which it holds; null: from ever.</param>
/// <param name="ValidUntil">Last day on which it holds; null: until it is replaced.</param>
internal sealed record Scope(IReadOnlyList<Purpose> Purposes, IReadOnlyList<Channel> Channels, CalendarDate? ValidFrom, CalendarDate? ValidUntil)
{
    // one bit per value: this is asked several times in every decision
    private readonly int purposeBits = Purposes.Aggregate(0, (bits, purpose) => bits | (1 << (int)purpose));
    private readonly int channelBits = Channels.Aggregate(0, (bits, channel) => bits | (1 << (int)channel));

    public bool Covers(Channel channel, Purpose purpose) => (purposeBits & (1 << (int)purpose)) != 0 && (channelBits & (1 << (int)channel)) != 0;

    public bool HoldsOn(CalendarDate day) => (ValidFrom is null || ValidFrom.Value <= day) && (ValidUntil is null || day <= ValidUntil.Value);
}

/// <summary>Hours by weekday, index 0 = Sunday as in <see cref="DayOfWeek"/>; an empty list is a closed day.</summary>
/// <param name="OpenOnHolidays">Public holidays are as any other day.</param>
internal sealed record PermittedHoursValue(Scope Scope, RuleSource Source, IReadOnlyList<IReadOnlyList<DayWindow>> Week, bool OpenOnHolidays)
{
    /// <summary>The holidays of the country that this value is of: two countries' laws may hold together.</summary>
    public required HolidayCalendar Holidays { get; init; }

    /// <summary>What lets a customer ask for other hours than these; null where nothing does.</summary>
    public RuleSource? Waiver { get; init; }
}

/// <summary>At most so many contacts (or channels) in a day, a week or some days on end, or so many days from one to the next.</summary>
/// <param name="RuleId">daily-cap, weekly-cap, one-channel-per-week, rolling-cap or spacing.</param>
/// <param name="CountsFrom">What counts as a contact: <see cref="ContactReach.Attempted"/> in the strict reading, <see cref="ContactReach.Answered"/> in the lenient one.</param>
/// <param name="Counted">The purposes that use the cap up.</param>
internal sealed record CapValue(string RuleId, int Max, ContactReach CountsFrom, IReadOnlyList<Purpose> Counted, Scope Scope, RuleSource Source)
{
    private readonly int purposeBits = Counted.Aggregate(0, (bits, purpose) => bits | (1 << (int)purpose));

    /// <summary>Of a rolling cap: the days on end that hold at most <see cref="Max"/>. Of a spacing: the days from one contact to the next.</summary>
    public int Days { get; init; }

    /// <summary>The channels that use the cap up; one bit each, every channel where none is named.</summary>
    public int CountedChannelBits { get; init; } = -1;

    /// <summary>Each channel is counted for itself.</summary>
    public bool PerChannel { get; init; }

    /// <summary>Each obligation is counted for itself; a contact that names none is of every obligation.</summary>
    public bool PerObligation { get; init; }

    /// <summary>The cap counts by whatever channel and about whatever obligation a contact is.</summary>
    public bool CountsAll => CountedChannelBits == -1 && !PerChannel && !PerObligation;

    public bool CountsPurpose(Purpose purpose) => (purposeBits & (1 << (int)purpose)) != 0;

    /// <summary>Whether an earlier or planned contact uses up this cap as it binds the one that is judged.</summary>
    public bool Counts(ContactAttempt attempt, ContactRequest request) =>
        (attempt.Reach == ContactReach.Planned || attempt.Reach >= CountsFrom)
        && CountsPurpose(attempt.Purpose)
        && (CountedChannelBits & (1 << (int)attempt.Channel)) != 0
        && (!PerChannel || attempt.Channel == request.Channel)
        && (!PerObligation || attempt.IsAbout(request.ObligationKey));
}

/// <summary>A channel that may not be used at all for some purposes unless the customer has authorised it expressly.</summary>
internal sealed record ForbiddenChannel(Scope Scope, RuleSource Source)
{
    /// <summary>The consent that opens the channel.</summary>
    public ConsentKind LiftedBy { get; init; } = ConsentKind.ChannelAuthorisation;

    /// <summary>The consent is signed anew after so many months; 0: it does not age.</summary>
    public int MaxAgeMonths { get; init; }

    /// <summary>Whether a consent that covers the contact opens the channel on that day.</summary>
    public bool IsLiftedBy(Consent consent, Channel channel, CalendarDate day) =>
        (LiftedBy != ConsentKind.ChannelAuthorisation || consent.Channel == channel)
        && (MaxAgeMonths == 0 || (consent.SignedOn is { } signed && signed <= day && day < CalendarDate.Of(signed.Midnight.AddMonths(MaxAgeMonths))));
}
