using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// What somebody supposes: customers' value at the end of the period, and figures that HR brings. As JSON, for example
/// <c>{"customers":[{"customerId":"…","value":"1200.00"}],"achievements":[{"metric":"team","measured":"12"}]}</c>. Public only because the serializer may
/// have to run in partial trust.
/// </summary>
[DataContract]
public sealed class EstimateChanges
{
    [DataMember(Name = "customers", Order = 0)] public List<SupposedValue> Customers { get; set; } = new();

    [DataMember(Name = "achievements", Order = 1)] public List<SupposedAchievement> Achievements { get; set; } = new();

    // the serializer leaves out what the text leaves out
    [OnDeserialized]
    internal void Complete(StreamingContext context)
    {
        Customers ??= new List<SupposedValue>();
        Achievements ??= new List<SupposedAchievement>();
    }
}

/// <summary>A customer's supposed value at the end of the period, in the plan's measurement currency.</summary>
[DataContract]
public sealed class SupposedValue
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "value", Order = 1)] public string Value { get; set; } = "";
}

/// <summary>A supposed figure of HR's.</summary>
[DataContract]
public sealed class SupposedAchievement
{
    /// <summary>team, productquota or recovered.</summary>
    [DataMember(Name = "metric", Order = 0)] public string Metric { get; set; } = "";

    [DataMember(Name = "measured", Order = 1)] public string Measured { get; set; } = "";
}
