using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay.Credit;

/// <summary>Who has credit for a customer, day by day.</summary>
/// <remarks>
/// What the shares of a day leave is the house's; where they come to more than one, each is divided by their sum. For the plan's transition days after a
/// handover the heir's share is halved and the former manager has the other half, both judged by what becomes of the customer from the handover on.
/// </remarks>
internal static class CustomerCredit
{
    /// <returns>The worker's stints in the period, in order of their beginning.</returns>
    public static IReadOnlyList<Stint> Of(PayCustomer customer, string workerId, PayPeriod period, int transitionDays, Presence presence)
    {
        var pieces = new List<Piece>(customer.Spans.Count);
        foreach (var span in customer.Spans) Add(pieces, span, workerId, period, transitionDays);

        pieces.Sort(Piece.Order);
        var isCrowded = IsCrowded(pieces);
        var stints = new List<Stint>(1);
        foreach (var piece in pieces)
        {
            if (!piece.IsMine) continue;
            var stint = Stint(customer, piece.Span, period);
            Count(stint, piece, isCrowded ? pieces : null, period, presence);
            if (stint.Credit > 0) stints.Add(stint);
        }

        return stints;
    }

    private static void Add(List<Piece> pieces, CreditSpan span, string workerId, PayPeriod period, int transitionDays)
    {
        var from = span.From < period.From ? period.From : span.From;
        var until = span.Until is { } end && end < period.Until ? end : period.Until;
        if (from > until || span.Share <= 0) return;

        var isMine = string.Equals(span.WorkerId, workerId, StringComparison.Ordinal);
        var shared = span.From.AddDays(transitionDays - 1);
        if (span.TakenOverFrom is null || transitionDays < 1 || shared < from)
        {
            pieces.Add(new Piece(span, span.Share, from, until, isMine, false));
            return;
        }

        var turn = shared < until ? shared : until;
        pieces.Add(new Piece(span, span.Share / 2, from, turn, isMine, false));
        pieces.Add(new Piece(span, span.Share / 2, from, turn, string.Equals(span.TakenOverFrom, workerId, StringComparison.Ordinal), true));
        if (turn < until) pieces.Add(new Piece(span, span.Share, turn.AddDays(1), until, isMine, false));
    }

    private static Stint Stint(PayCustomer customer, CreditSpan span, PayPeriod period)
    {
        var isTakenOver = span.From > period.From && span.ValueAtTakeover is not null;
        var start = isTakenOver ? span.ValueAtTakeover!.Value : customer.ValueAtStart;
        var heir = Heir(customer, span, period);
        var until = span.Until is { } last && last < period.Until ? last : period.Until;
        return new Stint(customer, start, heir ?? customer.Value, isTakenOver, heir is null ? period.Until : until);
    }

    // what the customer was worth when the next one took over; null: nobody did, or nobody wrote it down
    private static decimal? Heir(PayCustomer customer, CreditSpan span, PayPeriod period)
    {
        if (span.Until is not { } until || until >= period.Until) return null;
        decimal? found = null;
        decimal? own = null;
        foreach (var next in customer.Spans)
        {
            if (next.ValueAtTakeover is not { } worth || next.From != until.AddDays(1)) continue;
            found = Math.Min(found ?? worth, worth);
            if (string.Equals(next.TakenOverFrom, span.WorkerId, StringComparison.Ordinal)) own = Math.Min(own ?? worth, worth);
        }

        return own ?? found;
    }

    private static void Count(Stint stint, Piece piece, List<Piece>? all, PayPeriod period, Presence presence)
    {
        var shareDays = 0m;
        var present = 0m;
        if (all is null)
        {
            shareDays = piece.Share * (piece.From.DaysUntil(piece.Until) + 1);
            present = piece.Share * presence.Days(piece.From, piece.Until);
        }
        else
        {
            for (var day = piece.From; day <= piece.Until; day = day.AddDays(1))
            {
                var total = 0m;
                foreach (var other in all) total += day >= other.From && day <= other.Until ? other.Share : 0;
                var share = piece.Share / Math.Max(1, total);
                shareDays += share;
                present += share * presence.Days(day, day);
            }
        }

        var first = stint.IsTakenOver ? piece.Span.From : period.From;
        var last = Heir(stint.Customer, piece.Span, period) is null ? period.Until : piece.Span.Until!.Value;
        stint.Credit = shareDays / period.Days;
        stint.PresentCredit = present / period.Days;
        stint.Part = shareDays / (first.DaysUntil(last) + 1);
    }

    private static bool IsCrowded(List<Piece> pieces)
    {
        var total = 0m;
        foreach (var piece in pieces) total += piece.Share;
        return total > 1;
    }

    private sealed class Piece(CreditSpan span, decimal share, CalendarDate from, CalendarDate until, bool isMine, bool isFormer)
    {
        public CreditSpan Span { get; } = span;

        public decimal Share { get; } = share;

        public CalendarDate From { get; } = from;

        public CalendarDate Until { get; } = until;

        public bool IsMine { get; } = isMine;

        private bool IsFormer { get; } = isFormer;

        public static int Order(Piece one, Piece other)
        {
            var order = one.From.CompareTo(other.From);
            if (order == 0) order = one.Until.CompareTo(other.Until);
            if (order == 0) order = string.CompareOrdinal(one.Span.WorkerId, other.Span.WorkerId);
            if (order == 0) order = one.IsFormer.CompareTo(other.IsFormer);
            if (order == 0) order = one.Share.CompareTo(other.Share);
            if (order == 0) order = one.Span.From.CompareTo(other.Span.From);
            return order != 0 ? order : Nullable.Compare(one.Span.ValueAtTakeover, other.Span.ValueAtTakeover);
        }
    }
}
