using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What a country asks of those who contact its people: law where there is law, house policy where it is silent. Immutable.</summary>
internal sealed class CountryPack
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required string EnglishName { get; init; }

    public required string SpanishName { get; init; }

    /// <summary>Identifies the pack's content in every verdict.</summary>
    public required string Version { get; init; }

    /// <summary>The clocks of the country, the capital's first.</summary>
    public required IReadOnlyList<LocalClock> Clocks { get; init; }

    /// <summary>What is never held back by hours, holidays, caps or opt-outs.</summary>
    public required IReadOnlyList<Exemption> Exemptions { get; init; }

    public required IReadOnlyList<PermittedHoursValue> Hours { get; init; }

    public required IReadOnlyList<CapValue> Caps { get; init; }

    public required IReadOnlyList<ForbiddenChannel> ForbiddenChannels { get; init; }

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

    /// <summary>So many days before and after a contact the rules look at other contacts (a week, and the longest rest).</summary>
    public int HistoryDays { get; init; } = 8;

    public Exemption? ExemptionOf(Purpose purpose) => Exemptions.FirstOrDefault(exemption => exemption.Purpose == purpose);

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
internal sealed record PermittedHoursValue(Scope Scope, RuleSource Source, IReadOnlyList<IReadOnlyList<DayWindow>> Week, bool OpenOnHolidays);

/// <summary>At most so many contacts (or channels) in a day or a week.</summary>
/// <param name="RuleId">daily-cap, weekly-cap or one-channel-per-week.</param>
/// <param name="CountsFrom">What counts as a contact: <see cref="ContactReach.Attempted"/> in the strict reading, <see cref="ContactReach.Answered"/> in the lenient one.</param>
/// <param name="Counted">The purposes that use the cap up.</param>
internal sealed record CapValue(string RuleId, int Max, ContactReach CountsFrom, IReadOnlyList<Purpose> Counted, Scope Scope, RuleSource Source);

/// <summary>A channel that may not be used at all for some purposes unless the customer has authorised it expressly.</summary>
internal sealed record ForbiddenChannel(Scope Scope, RuleSource Source);
