using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>A model's JSON. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class MatchModelFile
{
    /// <summary>Of the format; a reader refuses what it does not know.</summary>
    [DataMember(Name = "version", Order = 0)] public int Version { get; set; }

    /// <summary>Records that it was trained on; 0 where it was not trained.</summary>
    [DataMember(Name = "records", Order = 1)] public int Records { get; set; }

    /// <summary>Probability that two records taken at random are one customer.</summary>
    [DataMember(Name = "prior", Order = 2)] public double Prior { get; set; }

    /// <summary>Log2 odds from which a pair matches.</summary>
    [DataMember(Name = "match", Order = 3)] public double Match { get; set; }

    /// <summary>Log2 odds from which a steward is asked.</summary>
    [DataMember(Name = "review", Order = 4)] public double Review { get; set; }

    /// <summary>Pairs of different people of one household, per pair that is one customer.</summary>
    [DataMember(Name = "households", Order = 5)] public double Households { get; set; }

    /// <summary>Records per customer, on average.</summary>
    [DataMember(Name = "recordsPerCustomer", Order = 6)] public double RecordsPerCustomer { get; set; }

    [DataMember(Name = "fields", Order = 7)] public List<FieldFile>? Fields { get; set; }

    [DataMember(Name = "frequencies", Order = 8)] public List<FrequencyFile>? Frequencies { get; set; }

    /// <summary>Fingerprints of values that say nothing, eight bytes each, little-endian, in Base64.</summary>
    [DataMember(Name = "generic", Order = 9)] public string? Generic { get; set; }

    /// <summary>Fingerprints of suppressed blocking keys, likewise.</summary>
    [DataMember(Name = "suppressed", Order = 10)] public string? Suppressed { get; set; }
}

/// <summary>m and u of a field's levels.</summary>
[DataContract]
public sealed class FieldFile
{
    [DataMember(Name = "field", Order = 0)] public string Field { get; set; } = "";

    [DataMember(Name = "levels", Order = 1)] public List<LevelFile>? Levels { get; set; }
}

/// <summary>How often a level is met among pairs of one customer (m) and among pairs of two (u).</summary>
[DataContract]
public sealed class LevelFile
{
    [DataMember(Name = "level", Order = 0)] public string Level { get; set; } = "";

    [DataMember(Name = "m", Order = 1)] public double M { get; set; }

    [DataMember(Name = "u", Order = 2)] public double U { get; set; }
}

/// <summary>How common the values of a field are.</summary>
[DataContract]
public sealed class FrequencyFile
{
    [DataMember(Name = "field", Order = 0)] public string Field { get; set; } = "";

    /// <summary>Records that have the field.</summary>
    [DataMember(Name = "total", Order = 1)] public double Total { get; set; }

    /// <summary>Mean chance that two different customers share a value.</summary>
    [DataMember(Name = "mean", Order = 2)] public double Mean { get; set; }

    /// <summary>Records that share a value which is not listed, on average.</summary>
    [DataMember(Name = "default", Order = 3)] public double Default { get; set; }

    /// <summary>Short fingerprints and counts, four bytes each, little-endian, in Base64; ascending by fingerprint.</summary>
    [DataMember(Name = "values", Order = 4)] public string? Values { get; set; }
}
