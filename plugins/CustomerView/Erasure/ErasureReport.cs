using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>What is or was erased, what is kept, and why: as the customer may be told.</summary>
[DataContract]
internal sealed class ErasureReport
{
    [DataMember(Name = "erased", Order = 1)]
    public List<ErasureLine> Erased { get; private set; } = new();

    [DataMember(Name = "kept", Order = 2)]
    public List<ErasureLine> Kept { get; private set; } = new();

    /// <summary>Years for which what is kept has to be kept, from its last entry.</summary>
    [DataMember(Name = "years", Order = 3)]
    public int Years { get; private set; }

    [DataMember(Name = "source", Order = 4)]
    public string Source { get; private set; } = "";

    /// <param name="counts">Rows by rule code.</param>
    public static ErasureReport Of(IReadOnlyDictionary<string, int> counts, RetentionLaw law, Language language)
    {
        var report = new ErasureReport { Years = law.Years, Source = law.Source.Length > 0 ? law.Source : ErasureTexts.Write(language, "NoLaw") };
        foreach (var rule in ErasurePlan.Rules.GroupBy(rule => rule.Code).Select(rules => rules.First()))
        {
            if (!counts.TryGetValue(rule.Code, out var count) || count == 0) continue;

            var line = new ErasureLine
            {
                What = ErasureTexts.Write(language, "What." + rule.Code),
                Count = count,
                Why = ErasureTexts.Write(language, rule.Treatment == Treatment.Keep ? "Why." + rule.Code : rule.Treatment == Treatment.Delete ? "Deleted" : "Emptied"),
            };
            (rule.Treatment == Treatment.Keep ? report.Kept : report.Erased).Add(line);
        }

        return report;
    }

    public string Json()
    {
        using var stream = new MemoryStream();
        new DataContractJsonSerializer(typeof(ErasureReport)).WriteObject(stream, this);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public string Text(Language language, string heading)
    {
        var text = new StringBuilder(heading);
        text.Append('\n').Append(ErasureTexts.Write(language, "Erased"));
        Append(text, Erased, language);
        text.Append('\n').Append(ErasureTexts.Write(language, "Kept", Years, Source));
        Append(text, Kept, language);
        text.Append('\n').Append(ErasureTexts.Write(language, "Hashes"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, List<ErasureLine> lines, Language language)
    {
        foreach (var line in lines) text.Append("\n• ").Append(line.Count.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(line.What).Append(": ").Append(line.Why);
        if (lines.Count == 0) text.Append("\n• ").Append(ErasureTexts.Write(language, "Nothing"));
    }
}

[DataContract]
internal sealed class ErasureLine
{
    [DataMember(Name = "what", Order = 1)]
    public string What { get; set; } = "";

    [DataMember(Name = "count", Order = 2)]
    public int Count { get; set; }

    [DataMember(Name = "why", Order = 3)]
    public string Why { get; set; } = "";
}
