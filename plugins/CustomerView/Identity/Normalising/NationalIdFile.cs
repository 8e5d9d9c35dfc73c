using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A national number in the JSON. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class NationalIdFile
{
    [DataMember(Name = "kind", Order = 0)] public string Kind { get; set; } = "";

    [DataMember(Name = "country", Order = 1, EmitDefaultValue = false)] public string? Country { get; set; }

    [DataMember(Name = "value", Order = 2)] public string Value { get; set; } = "";

    /// <summary>0 valid, 1 invalid, 2 generic.</summary>
    [DataMember(Name = "standing", Order = 3, EmitDefaultValue = false)] public int Standing { get; set; }

    internal static NationalIdFile Of(NationalId id) => new() { Kind = id.Kind, Country = id.Country.Length == 0 ? null : id.Country, Value = id.Value, Standing = (int)id.Standing };

    internal NationalId ToId() => new(Kind, Country ?? "", Value, (Standing)Standing);
}
