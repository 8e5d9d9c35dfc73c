using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How common the values of one field are: two García weigh less than two Zubizarreta.</summary>
/// <remarks>
/// The chance that somebody else has a value is the number of other customers seen with it over all customers, drawn towards the field's mean by a
/// gamma prior of weight <see cref="PriorWeight"/>, so that a small sample does not make every value look common or unique. Counts are of records; records per
/// customer turn them into customers. Term frequencies in linkage: Winkler 1989 (Census Bureau, RR89/05).
/// </remarks>
internal sealed class TermFrequencies
{
    private const double PriorWeight = 0.5;

    private readonly Dictionary<uint, int> counts;
    private readonly double recordsPerCustomer;

    /// <param name="counts">By <see cref="Fingerprint.Short"/>; values not listed have the default.</param>
    /// <param name="total">Records that have the field.</param>
    public TermFrequencies(Dictionary<uint, int> counts, double total, double mean, double defaultCount, double recordsPerCustomer)
    {
        this.counts = counts;
        this.recordsPerCustomer = Math.Max(1, recordsPerCustomer);
        Total = total;
        Mean = mean;
        Default = defaultCount;
    }

    public double Total { get; }

    public double Mean { get; }

    public double Default { get; }

    /// <summary>Chance that another customer has this value.</summary>
    public double Of(string value)
    {
        var count = counts.TryGetValue(Fingerprint.Short(value), out var known) ? known : Default;
        var others = Math.Max(0, (count / recordsPerCustomer) - 1);
        var customers = Total / recordsPerCustomer;
        return Math.Min(1, (others + PriorWeight) / (customers + (PriorWeight / Mean)));
    }

    internal static TermFrequencies Read(FrequencyFile file, double recordsPerCustomer)
    {
        var packed = PackedNumbers.Read(file.Values);
        var counts = new Dictionary<uint, int>(packed.Length);
        foreach (var pair in packed) counts[unchecked((uint)pair)] = unchecked((int)(pair >> 32));
        return new TermFrequencies(counts, file.Total, file.Mean, file.Default, recordsPerCustomer);
    }

    internal FrequencyFile Write(MatchField field)
    {
        var packed = new ulong[counts.Count];
        var at = 0;
        foreach (var pair in counts) packed[at++] = pair.Key | ((ulong)(uint)pair.Value << 32);
        Array.Sort(packed, static (left, right) => unchecked((uint)left).CompareTo(unchecked((uint)right)));
        return new FrequencyFile { Field = field.ToString(), Total = Total, Mean = Mean, Default = Default, Values = PackedNumbers.Write(packed) };
    }
}
