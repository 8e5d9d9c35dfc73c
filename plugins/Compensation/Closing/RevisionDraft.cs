using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// The next revision of a statement that has been shown: lines that bring what stands to what the rules say now, each with the closed line that it
/// corrects. Answers to disputes stand beside the rules: they are neither corrected away nor granted twice. A line that waits for an answer waits here too.
/// </summary>
internal static class RevisionDraft
{
    public static StatementDraft Of(StatementDraft calculated, PayCase one, Revisions revisions, ISet<Guid> frozen)
    {
        var closed = revisions.Closed.SelectMany(statement => StatementJson.Read<StatementFile>(statement.Content).Lines).Where(line => line.Number < StatementLine.FirstOfDisputes).ToList();
        var delta = StatementRevision.Of(Known(closed), calculated.Calculated!, Reason(one), "").Where(line => !IsFrozen(line, closed, frozen)).ToList();
        var kept = revisions.LinesOf(revisions.Open).Where(line => line.IsOfDispute);
        var draft = new StatementDraft
        {
            Heading = calculated.Heading,
            Lines = [.. delta.Select((line, index) => Written(line, index + 1, closed, one)), .. kept],
            Customers = calculated.Customers,
            Closing = calculated.Closing,
            Settles = calculated.Settles,
        };
        RevisionAmounts.Fill(draft);
        RevisionSentences.Fill(draft, revisions.Next);
        return draft;
    }

    // numbered through all revisions, and linked as they were written
    private static List<PayLine> Known(List<StatementFileLine> closed)
    {
        var numbers = closed.Select((line, index) => new KeyValuePair<string, int>(line.Id, index + 1)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return [.. closed.Select((line, index) => StatementMapping.Line(line, index + 1, numbers.TryGetValue(line.Reverses, out var number) ? number : null))];
    }

    // for the worker to read, in both languages, because a line has one text
    private static string Reason(PayCase one) =>
        ClosingTexts.Write(Language.English, "LateFact", one.Heading.PeriodCode) + " / " + ClosingTexts.Write(Language.Spanish, "LateFact", one.Heading.PeriodCode);

    private static bool IsFrozen(PayLine line, List<StatementFileLine> closed, ISet<Guid> frozen) => line.Reverses is { } number && frozen.Contains(new Guid(closed[number - 1].Id));

    private static StatementLine Written(PayLine line, int number, List<StatementFileLine> closed, PayCase one)
    {
        var written = StatementMapping.Line(line, one.Customers);
        written.Number = number;
        written.Reverses = line.Reverses is { } corrected ? new Guid(closed[corrected - 1].Id) : null;
        return written;
    }
}
