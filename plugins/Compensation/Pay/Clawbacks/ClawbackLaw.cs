using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;

namespace Crm.Extensions.Compensation.Pay.Clawbacks;

/// <summary>How much of variable pay a country lets be netted with what a worker has to give back.</summary>
/// <remarks>
/// Data, in ClawbackLaws.json, each with its source and whether somebody has read it there. Where the law counts from wages above a floor or from wages
/// as a whole, the share is taken of variable pay alone, which is less. A country that is not in it gets the strictest of all.
/// </remarks>
[DataContract]
internal sealed class ClawbackLaw
{
    private static readonly Lazy<File> Shipped = new(Read);

    /// <summary>ISO 3166-1 alpha-2; empty for the rule where none is known.</summary>
    [DataMember(Name = "country")]
    public string Country { get; private set; } = "";

    /// <summary>0 to 1 of the variable pay of the period.</summary>
    [DataMember(Name = "share")]
    public decimal Share { get; private set; }

    /// <summary>The worker must agree in writing before anything is netted.</summary>
    [DataMember(Name = "consent")]
    public bool NeedsConsent { get; private set; }

    /// <summary>Law and article; empty where none is known.</summary>
    [DataMember(Name = "source")]
    public string Source { get; private set; } = "";

    /// <summary>What the article says, and what counsel should see.</summary>
    [DataMember(Name = "note")]
    public string Note { get; private set; } = "";

    /// <summary>The text of the article was read for this file; otherwise counsel should see it before it is relied on.</summary>
    [DataMember(Name = "read")]
    public bool WasRead { get; private set; }

    public static IReadOnlyList<ClawbackLaw> All => Shipped.Value.Laws;

    public static ClawbackLaw Strictest => Shipped.Value.Otherwise;

    /// <param name="country">A code, perhaps with a region (MX-JAL).</param>
    public static ClawbackLaw Of(string? country)
    {
        var code = (country ?? "").Split('-')[0].Trim();
        return All.FirstOrDefault(law => string.Equals(law.Country, code, StringComparison.OrdinalIgnoreCase)) ?? Strictest;
    }

    private static File Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Crm.Extensions.Compensation.Pay.Clawbacks.ClawbackLaws.json")
            ?? throw new FileNotFoundException("The laws on what may be netted do not lie in the assembly.");
        return (File)new DataContractJsonSerializer(typeof(File)).ReadObject(stream);
    }

    [DataContract]
    private sealed class File
    {
        [DataMember(Name = "laws")]
        public List<ClawbackLaw> Laws { get; private set; } = new();

        [DataMember(Name = "otherwise")]
        public ClawbackLaw Otherwise { get; private set; } = new();
    }
}
