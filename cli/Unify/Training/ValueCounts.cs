using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>How often each value is met, field by field; of a long tail only the head is kept.</summary>
internal static class ValueCounts
{
    private static readonly Dictionary<MatchField, int> heads = new()
    {
        [MatchField.Given] = 4000,
        [MatchField.Family] = 10000,
        [MatchField.BirthDate] = 2000,
        [MatchField.Street] = 3000,
        [MatchField.City] = 3000,
        [MatchField.Postcode] = 4000,
        [MatchField.State] = 300,
        [MatchField.Company] = 3000,
    };

    /// <summary>By field; null where the value's rarity is not looked at.</summary>
    public static TermFrequencies?[] Of(PreparedRecord[] records, LevelTable u, double recordsPerCustomer)
    {
        var frequencies = new TermFrequencies?[MatchFields.Count];
        foreach (var (field, head) in heads) frequencies[(int)field] = Of(records, field, head, u[field, AgreementLevel.Exact], recordsPerCustomer);
        return frequencies;
    }

    private static TermFrequencies? Of(PreparedRecord[] records, MatchField field, int head, double mean, double recordsPerCustomer)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var record in records)
        {
            var any = false;
            foreach (var value in Values(record, field))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
                any = true;
            }

            total += any ? 1 : 0;
        }

        if (total == 0 || mean <= 0) return null;

        var ordered = counts.Where(one => one.Value > 1).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(head).ToArray();
        var listed = new Dictionary<uint, int>();
        foreach (var (value, count) in ordered) listed[Fingerprint.Short(value)] = Math.Max(count, listed.GetValueOrDefault(Fingerprint.Short(value)));
        var others = counts.Count - ordered.Length;
        var rest = counts.Values.Sum(count => (long)count) - ordered.Sum(one => (long)one.Value);
        return new TermFrequencies(listed, total, mean, others == 0 ? 1 : (double)rest / others, recordsPerCustomer);
    }

    private static IEnumerable<string> Values(PreparedRecord record, MatchField field) => field switch
    {
        MatchField.Given => record.Given.Meanings,
        MatchField.Family => record.Family.Words,
        MatchField.BirthDate => record.BirthDate == 0 ? [] : [record.BirthDate.ToString(CultureInfo.InvariantCulture)],
        MatchField.Street => One(record.Street),
        MatchField.City => One(record.City),
        MatchField.Postcode => One(record.Postcode),
        MatchField.State => One(record.State),
        MatchField.Company => One(record.Company),
        _ => [],
    };

    private static string[] One(string? value) => value is null ? [] : [value];
}
