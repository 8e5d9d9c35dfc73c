using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What a plan would have paid, as JSON. Amounts are texts with two decimals. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class SimulationFile
{
    [DataMember(Name = "plan", Order = 0)] public string Plan { get; set; } = "";

    [DataMember(Name = "currency", Order = 1)] public string Currency { get; set; } = "";

    [DataMember(Name = "periods", Order = 2)] public List<string> Periods { get; set; } = new();

    [DataMember(Name = "cost", Order = 3)] public string Cost { get; set; } = "";

    [DataMember(Name = "earned", Order = 4)] public string Earned { get; set; } = "";

    /// <summary>Cost if every customer's value at the end had been a tenth higher.</summary>
    [DataMember(Name = "costWithValueUp10", Order = 5)] public string Up { get; set; } = "";

    /// <summary>Cost if every customer's value at the end had been a tenth lower.</summary>
    [DataMember(Name = "costWithValueDown10", Order = 6)] public string Down { get; set; } = "";

    [DataMember(Name = "winners", Order = 7)] public int Winners { get; set; }

    [DataMember(Name = "losers", Order = 8)] public int Losers { get; set; }

    /// <summary>Everybody, by HR's id.</summary>
    [DataMember(Name = "people", Order = 9)] public List<SimulatedPay> People { get; set; } = new();
}

/// <summary>What one person earned, and would have earned.</summary>
[DataContract]
public sealed class SimulatedPay
{
    [DataMember(Name = "workerId", Order = 0)] public string WorkerId { get; set; } = "";

    [DataMember(Name = "hrId", Order = 1)] public string HrId { get; set; } = "";

    [DataMember(Name = "name", Order = 2)] public string Name { get; set; } = "";

    [DataMember(Name = "earned", Order = 3)] public string Earned { get; set; } = "";

    [DataMember(Name = "wouldHaveEarned", Order = 4)] public string Simulated { get; set; } = "";

    [DataMember(Name = "difference", Order = 5)] public string Difference { get; set; } = "";
}
