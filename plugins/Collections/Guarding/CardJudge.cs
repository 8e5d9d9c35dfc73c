using System;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Gathers what bears on a limit change or on a block and has the rules judge it.</summary>
/// <remarks>The law is that of the contract's country; where the obligation names none, of its debtor's residence.</remarks>
internal sealed class CardJudge
{
    private readonly CardQueries queries;
    private readonly CourtesyConfiguration configuration;
    private readonly DateTime now;
    private readonly Action<string> trace;

    public CardJudge(CardQueries queries, CourtesyConfiguration configuration, DateTime now, Action<string> trace)
    {
        this.queries = queries;
        this.configuration = configuration;
        this.now = now;
        this.trace = trace;
    }

    /// <summary>The judgement; null where the obligation, its limit or a pack for its country is not known: then it is not ours to judge.</summary>
    public CardVerdict? Judge(LimitQuestion question)
    {
        if (queries.Find(question.Obligation) is not { } card || PackOf(card) is not { } pack) return null;
        if ((question.OldLimit ?? card.Limit) is not { } former)
        {
            trace("neither the change nor the obligation says what the limit was");
            return null;
        }

        var clock = pack.Clocks[0];
        var today = clock.DateAt(now);
        var change = new LimitChange(former, question.NewLimit, question.Reason, question.EffectiveOn, today)
        {
            Claim = question.Claim,
            ReasonText = question.ReasonText,
            Notice = question.Notice is { } notice ? queries.Notice(notice, card, clock) : null,
            Consent = question.Consent is { } consent ? queries.Consent(consent, card, today, question.Row) : null,
            Happened = question.Happened,
        };
        var judgement = LimitChangeCourtesy.Judge(change, LedgerFor(card, question.Claim, clock), pack, PolicyOf(pack, today));
        return new CardVerdict(judgement, card, today) { FormerLimit = former };
    }

    /// <inheritdoc cref="Judge(LimitQuestion)"/>
    public CardVerdict? Judge(BlockQuestion question)
    {
        if (queries.Find(question.Obligation) is not { } card || PackOf(card) is not { } pack) return null;

        var clock = pack.Clocks[0];
        var today = clock.DateAt(now);
        var ledger = LedgerFor(card, question.Claim, clock);
        if (question.Reason == BlockReason.Amount && question.Claim is null) ledger = ledger with { Statements = queries.Statements(card.Id) };
        if (question.Reason == BlockReason.Abroad && card.Debtor is { } debtor) ledger = ledger with { Travels = queries.Travels(debtor.CustomerId, card.Id) };
        if (question.Reason == BlockReason.Arrears) ledger = ledger with { Overdue = queries.Overdue(card, pack, now) };

        var block = new CardBlockWish(question.Reason, clock.DateAt(question.FromUtc), today) { Claim = question.Claim };
        return new CardVerdict(CardBlockCourtesy.Judge(block, ledger, pack, PolicyOf(pack, today)), card, today);
    }

    private CardLedger LedgerFor(CardRecord card, MetricClaim? claim, LocalClock clock)
    {
        var ledger = new CardLedger
        {
            Currency = card.Currency,
            Limit = card.Limit,
            ClosingDay = card.ClosingDay,
            KnownUntil = card.LedgerAsOfUtc is { } known ? clock.DateAt(known) : null,
        };
        return claim switch
        {
            null => ledger,
            { Metric: RiskMetric.DaysPastDue } => ledger with { Installments = queries.Installments(card.Id) },
            _ => ledger with { Statements = queries.Statements(card.Id) },
        };
    }

    private CountryPack? PackOf(CardRecord card)
    {
        var pack = CountryPacks.Find(new[] { card.Country, card.Debtor?.Country, configuration.DefaultCountry }.FirstOrDefault(country => !string.IsNullOrEmpty(country)));
        if (pack is null) trace("no country, or one without rules");
        return pack;
    }

    private HousePolicy PolicyOf(CountryPack pack, CalendarDate today) => configuration.PolicyFor(pack.Country, today, trace);
}

/// <summary>A judgement with the obligation it is about.</summary>
/// <param name="Today">On the calendar of the contract's country.</param>
internal sealed record CardVerdict(LimitJudgement Judgement, CardRecord Card, CalendarDate Today)
{
    /// <summary>The limit that is to change; null of blocks.</summary>
    public decimal? FormerLimit { get; init; }
}
