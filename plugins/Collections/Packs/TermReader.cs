using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections.Packs;

/// <summary>Turns the single values of a pack's file into what the rules read, each with its authority.</summary>
internal sealed class TermReader
{
    private static readonly IReadOnlyList<Channel> EveryChannel = (Channel[])Enum.GetValues(typeof(Channel));

    private readonly PackFile file;
    private readonly Dictionary<string, RuleSource> sources;

    public TermReader(PackFile file)
    {
        this.file = file;
        sources = file.Sources.ToDictionary(
            source => source.Id,
            source => new RuleSource(source.Text, source.Law, source.Verified) { ReviewedOn = Day(source.ReviewedOn ?? file.ReviewedOn) },
            StringComparer.Ordinal);
    }

    /// <exception cref="FormatException">There is no such source.</exception>
    public RuleSource Source(string id) => sources.TryGetValue(id, out var source) ? source : throw new FormatException("Unknown source '" + id + "'.");

    public RuleSource? Optional(string? id) => id is null ? null : Source(id);

    public Scope Scope(ScopeFile scope) => new(
        [.. scope.Purposes.Select(Word<Purpose>)],
        scope.Channels is null ? EveryChannel : [.. scope.Channels.Select(Word<Channel>)],
        Day(scope.ValidFrom),
        Day(scope.ValidUntil));

    public CapValue Cap(CapFile cap) => new(
        cap.Rule, cap.Max, Word<ContactReach>(cap.CountsFrom), [.. cap.Counted.Select(Word<Purpose>)], Scope(cap), Source(cap.Source))
    {
        Days = cap.Days,
        CountedChannelBits = cap.CountedChannels is null ? -1 : cap.CountedChannels.Aggregate(0, (bits, channel) => bits | (1 << (int)Word<Channel>(channel))),
        PerChannel = cap.PerChannel,
        PerObligation = cap.PerObligation,
    };

    public ForbiddenChannel Forbidden(ForbiddenChannelFile channel) => new(Scope(channel), Source(channel.Source))
    {
        LiftedBy = channel.LiftedBy is null ? ConsentKind.ChannelAuthorisation : Word<ConsentKind>(channel.LiftedBy),
        MaxAgeMonths = channel.MaxAgeMonths,
    };

    /// <summary>A week, or the longest rest or span of days that a value names, and a day for clocks that differ.</summary>
    public int HistoryDays() => 1 + (file.Rests ?? []).Select(rest => rest.Days).Concat(file.Caps.Select(cap => cap.Days)).Concat([7]).Max();

    public RestValue Rest(RestFile rest) => new(rest.Days, Scope(rest), Source(rest.Source)) { AfterInbound = rest.AfterInbound, PerObligation = rest.PerObligation };

    public AllowedRole Role(RoleFile role) => new(Word<PartyRole>(role.Role), Source(role.Source), Validity(role));

    public SettlementTerms Settlement() => new()
    {
        Methods = [.. file.Settlement.Methods.Select(method => new MethodSettlement(Word<PaymentMethod>(method.Method), method.BankDays, Source(method.Source)))],
        DebitReturnBankDays = file.Settlement.DebitReturn.BankDays,
        DebitReturnSource = Source(file.Settlement.DebitReturn.Source),
        DayEndsAt = DayWindow.TryParseMinutes(file.Settlement.DayEnds.At, out var minutes) ? minutes : throw new FormatException("No hour: '" + file.Settlement.DayEnds.At + "'."),
        DayEndsAtSource = Source(file.Settlement.DayEnds.Source),
    };

    public LimitDecreaseTerms LimitDecrease(LimitDecreaseFile terms) => new(terms.NoticeDays, Source(terms.Source), Validity(terms))
    {
        RiskEscape = terms.RiskEscape,
        AfterNoticeDays = terms.AfterNoticeDays,
        EscapeSource = Optional(terms.EscapeSource),
        ReasonsWithinDays = terms.ReasonsWithinDays,
        FeeFreeDays = terms.FeeFreeDays,
    };

    public LimitIncreaseTerms LimitIncrease(LimitIncreaseFile terms) => new(terms.Consent, terms.CapacityStudy, Source(terms.Source), Validity(terms));

    public BlockTerms Block(BlockFile terms) => new(terms.SameDayNotice, terms.ReasonAndRemedy, Source(terms.Source), Validity(terms));

    public Retention Retention(RetentionFile terms) => new(terms.What, terms.Months, Source(terms.Source), Validity(terms));

    public static T Word<T>(string text)
        where T : struct, Enum => Words.TryRead<T>(text, out var value) ? value : throw new FormatException("Unknown " + typeof(T).Name + " '" + text + "'.");

    private static Validity Validity(TermFile term) =>
        term.ValidFrom is null && term.ValidUntil is null ? Collections.Validity.Always : new Validity(Day(term.ValidFrom), Day(term.ValidUntil));

    private static CalendarDate? Day(string? text) =>
        text is null ? null : CalendarDate.TryParse(text, out var day) ? day : throw new FormatException("Not a date: '" + text + "'.");
}
