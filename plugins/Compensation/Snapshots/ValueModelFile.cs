using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A period's model as text: what is stored is what every slice reads, digit by digit.</summary>
internal static class ValueModelJson
{
    private static readonly DataContractJsonSerializerSettings Plain = new() { UseSimpleDictionaryFormat = true };

    public static string Write(ValueModel model)
    {
        var file = new ValueModelFile
        {
            FittedOn = model.FittedOn.ToString(),
            Currency = model.Currency,
            Customers = model.Customers,
            Repeaters = model.Repeaters,
            Outcome = (int)model.Outcome,
            Purchases = model.Purchases is { } purchases ? [purchases.R, purchases.Alpha, purchases.A, purchases.B] : null,
            Spend = model.Spend is { } spend ? [spend.P, spend.Q, spend.Gamma] : null,
            Margin = model.Margin,
            Retention = model.Retention is { } retention ? [.. retention.Measured, retention.Later] : null,
            Contracts = model.Contracts.ToDictionary(pair => pair.Key, pair => (double[])[.. pair.Value.Measured, pair.Value.Later]),
            Peers = model.Peers.TopQuartiles(),
            ByValue = Amounts(model.ByValue),
            ByPotential = Amounts(model.ByPotential),
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(ValueModelFile), Plain).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <exception cref="SerializationException">The text is not a model.</exception>
    public static ValueModel Read(string text)
    {
        using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = (ValueModelFile)new DataContractJsonSerializer(typeof(ValueModelFile), Plain).ReadObject(buffer)!;
        if (!CalendarDate.TryParse(file.FittedOn, out var fittedOn)) throw new SerializationException("The model says no day.");
        var contracts = new Dictionary<string, RetentionCurve>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in file.Contracts) contracts[pair.Key] = Curve(pair.Value)!;
        return new ValueModel
        {
            FittedOn = fittedOn,
            Currency = file.Currency,
            Customers = file.Customers,
            Repeaters = file.Repeaters,
            Outcome = (FitOutcome)file.Outcome,
            Purchases = file.Purchases is { Length: 4 } at ? new BgNbd(at[0], at[1], at[2], at[3]) : null,
            Spend = file.Spend is { Length: 3 } of ? new GammaGamma(of[0], of[1], of[2]) : null,
            Margin = file.Margin,
            Retention = Curve(file.Retention),
            Contracts = contracts,
            Peers = PeerValues.Restored(file.Peers),
            ByValue = CutOffs(file.ByValue),
            ByPotential = CutOffs(file.ByPotential),
        };
    }

    private static RetentionCurve? Curve(double[]? values) => values is { Length: > 0 } ? RetentionCurve.Restored(values.Take(values.Length - 1).ToList(), values[values.Length - 1]) : null;

    private static decimal[]? Amounts(SegmentCutOffs? cutOffs) => cutOffs is null ? null : [cutOffs.A, cutOffs.B, cutOffs.C];

    private static SegmentCutOffs? CutOffs(decimal[]? amounts) => amounts is { Length: 3 } ? new SegmentCutOffs(amounts[0], amounts[1], amounts[2]) : null;
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class ValueModelFile
{
    [DataMember(Name = "fittedOn", Order = 0)] public string FittedOn { get; set; } = "";

    [DataMember(Name = "currency", Order = 1)] public string Currency { get; set; } = "";

    [DataMember(Name = "customers", Order = 2)] public int Customers { get; set; }

    [DataMember(Name = "repeaters", Order = 3)] public int Repeaters { get; set; }

    /// <summary>0 fitted, 1 too few came again, 2 not converged.</summary>
    [DataMember(Name = "outcome", Order = 4)] public int Outcome { get; set; }

    /// <summary>r, α, a, b.</summary>
    [DataMember(Name = "bgnbd", Order = 5)] public double[]? Purchases { get; set; }

    /// <summary>p, q, γ.</summary>
    [DataMember(Name = "gammaGamma", Order = 6)] public double[]? Spend { get; set; }

    [DataMember(Name = "margin", Order = 7)] public decimal Margin { get; set; }

    /// <summary>By month of age, last what holds later.</summary>
    [DataMember(Name = "retention", Order = 8)] public double[]? Retention { get; set; }

    [DataMember(Name = "contracts", Order = 9)] public Dictionary<string, double[]> Contracts { get; set; } = [];

    [DataMember(Name = "topQuartiles", Order = 10)] public Dictionary<string, decimal> Peers { get; set; } = [];

    [DataMember(Name = "valueCutOffs", Order = 11)] public decimal[]? ByValue { get; set; }

    [DataMember(Name = "potentialCutOffs", Order = 12)] public decimal[]? ByPotential { get; set; }
}
