using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Finds what is wrong in a pack's terms of settlement, amounts, limits, blocks, parties and proof.</summary>
internal sealed class TermCheck(PackScrutiny at)
{
    /// <summary>The members of a pack that are looked at here.</summary>
    public static readonly IReadOnlyList<string> Members =
        ["noOffersInService", "roles", "settlement", "materiality", "limitDecrease", "limitIncrease", "block", "retention"];

    private static readonly string[] Kept = ["contacts", "recordings", "consents", "notices"];

    public void Check(LocatedJson pack)
    {
        if (pack["noOffersInService"] is { Kind: JsonTokenType.String }) at.Known(pack, "noOffersInService");
        foreach (var role in Some(pack, "roles"))
        {
            Term(role, "role");
            at.Text(role, "role", text => Words.TryRead<PartyRole>(text, out var known) && known != PartyRole.Reference, "is no capacity in which one may be told");
        }

        Settlement(pack);
        foreach (var amount in Some(pack, "materiality"))
        {
            Term(amount, "currency", "amount");
            at.Text(amount, "currency", text => text.Length == 3 && text.All(char.IsAsciiLetterUpper), "is no ISO 4217 code");
            if (!decimal.TryParse(amount["amount"]?.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) at.Report(amount, "'amount' must be 0 or more");
        }

        foreach (var terms in Always(pack, "limitDecrease")) LimitDecrease(terms);
        foreach (var terms in Always(pack, "limitIncrease"))
        {
            Term(terms, "consent", "capacityStudy");
            at.Flag(terms, "consent");
            at.Flag(terms, "capacityStudy");
        }

        foreach (var terms in Always(pack, "block"))
        {
            Term(terms, "sameDayNotice", "reasonAndRemedy");
            at.Flag(terms, "sameDayNotice");
            at.Flag(terms, "reasonAndRemedy");
        }

        foreach (var kept in Some(pack, "retention"))
        {
            Term(kept, "what", "months");
            at.Text(kept, "what", Kept.Contains, "is none of " + string.Join(", ", Kept));
            at.Number(kept, "months", 1, 600);
        }
    }

    private void LimitDecrease(LocatedJson terms)
    {
        Term(terms, "noticeDays", "riskEscape", "afterNoticeDays", "escapeSource", "reasonsWithinDays", "feeFreeDays");
        at.Number(terms, "noticeDays", 0, 366);
        at.Flag(terms, "riskEscape");
        if (terms["riskEscape"]?.Kind == JsonTokenType.True) at.Known(terms, "escapeSource");
        foreach (var days in new[] { "afterNoticeDays", "reasonsWithinDays", "feeFreeDays" }.Where(name => terms[name] is not null)) at.Number(terms, days, 0, 366);
    }

    private void Settlement(LocatedJson pack)
    {
        if (pack["settlement"] is not { } settlement)
        {
            at.Report(pack, "'settlement' is missing");
            return;
        }

        at.Names(settlement, ["methods", "debitReturn", "dayEnds", "note"]);
        var methods = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in Some(settlement, "methods"))
        {
            Term(method, "method", "bankDays");
            at.Text(method, "method", text => Words.TryRead<PaymentMethod>(text, out _) && methods.Add(text), "is no way of paying, or stands twice");
            at.Number(method, "bankDays", 0, 30);
        }

        if (settlement["debitReturn"] is { } debit)
        {
            Term(debit, "bankDays");
            at.Number(debit, "bankDays", 0, 60);
        }
        else
        {
            at.Report(settlement, "'debitReturn' is missing");
        }

        if (settlement["dayEnds"] is { } end)
        {
            Term(end, "at");
            at.Text(end, "at", text => DayWindow.TryParseMinutes(text, out var minutes) && minutes > 0, "is no hour such as 18:00");
        }
        else
        {
            at.Report(settlement, "'dayEnds' is missing");
        }
    }

    private void Term(LocatedJson value, params string[] members)
    {
        at.Names(value, ["source", "validFrom", "validUntil", "note", .. members]);
        at.Known(value, "source");
        at.Validity(value);
    }

    private IReadOnlyList<LocatedJson> Some(LocatedJson value, string name)
    {
        if (PackScrutiny.List(value, name).Count == 0) at.Report(value[name] ?? value, $"'{name}' is missing or empty");
        return PackScrutiny.List(value, name);
    }

    /// <summary>Terms of which one holds on every day: the last of them knows no dates.</summary>
    private IReadOnlyList<LocatedJson> Always(LocatedJson pack, string name)
    {
        var terms = Some(pack, name);
        if (terms.Count > 0 && (terms[^1]["validFrom"] ?? terms[^1]["validUntil"]) is { } date) at.Report(date, $"the last of '{name}' must hold on every day");
        return terms;
    }
}
