using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>How long a country's law has a merchant keep what shows debts, payments and contacts, although the customer asked to be forgotten.</summary>
/// <remarks>Data, in Retention.json, each with its source. The years count from the last entry. A country that is not in it gets the longest of the others.</remarks>
[DataContract]
internal sealed class RetentionLaw
{
    private static readonly Lazy<File> Shipped = new(Read);

    /// <summary>ISO 3166-1 alpha-2; empty for the rule where none is known.</summary>
    [DataMember(Name = "country")]
    public string Country { get; private set; } = "";

    [DataMember(Name = "years")]
    public int Years { get; private set; }

    /// <summary>Law and article, in the words of the country; empty where none is known.</summary>
    [DataMember(Name = "source")]
    public string Source { get; private set; } = "";

    /// <summary>Where the law on personal data lets it stand.</summary>
    [DataMember(Name = "erasure")]
    public string Erasure { get; private set; } = "";

    public static IReadOnlyList<RetentionLaw> All => Shipped.Value.Laws;

    /// <param name="country">As a customer's row has it: a code, perhaps with a region (MX-JAL).</param>
    public static RetentionLaw Of(string? country)
    {
        var code = (country ?? "").Split('-')[0].Trim();
        return All.FirstOrDefault(law => string.Equals(law.Country, code, StringComparison.OrdinalIgnoreCase)) ?? Shipped.Value.Otherwise;
    }

    private static File Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Crm.Extensions.CustomerView.Erasure.Retention.json")
            ?? throw new FileNotFoundException("The retention laws do not lie in the assembly.");
        return (File)new DataContractJsonSerializer(typeof(File)).ReadObject(stream);
    }

    [DataContract]
    private sealed class File
    {
        [DataMember(Name = "laws")]
        public List<RetentionLaw> Laws { get; private set; } = new();

        [DataMember(Name = "otherwise")]
        public RetentionLaw Otherwise { get; private set; } = new();
    }
}
