using System;
using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Where one value comes from. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class LineageEntry
{
    [DataMember(Name = "column", Order = 0)] public string Column { get; set; } = "";

    /// <summary>The value that was written, so that a later one can be told to be a person's.</summary>
    [DataMember(Name = "value", Order = 1)] public string Value { get; set; } = "";

    /// <summary>Id of the source link; empty: the customer's own row.</summary>
    [DataMember(Name = "link", Order = 2)] public string Link { get; set; } = "";

    [DataMember(Name = "source", Order = 3)] public string Source { get; set; } = "";

    /// <summary>typed, trusted, recent, complete, frequent, only or equal.</summary>
    [DataMember(Name = "rule", Order = 4)] public string Rule { get; set; } = "";

    /// <summary>When somebody last confirmed the value, UTC; null: nobody did.</summary>
    [DataMember(Name = "confirmedOn", Order = 5, EmitDefaultValue = false)] public string? ConfirmedOn { get; set; }

    /// <summary>When it was chosen, UTC.</summary>
    [DataMember(Name = "on", Order = 6, EmitDefaultValue = false)] public string? On { get; set; }

    /// <summary>Whether both say the same of the same value, whenever it was chosen.</summary>
    internal bool IsSame(LineageEntry other) =>
        string.Equals(Column, other.Column, StringComparison.Ordinal) && string.Equals(Value, other.Value, StringComparison.Ordinal) && string.Equals(Link, other.Link, StringComparison.Ordinal)
        && string.Equals(Source, other.Source, StringComparison.Ordinal) && string.Equals(Rule, other.Rule, StringComparison.Ordinal) && string.Equals(ConfirmedOn, other.ConfirmedOn, StringComparison.Ordinal);
}
