using System.Collections.Generic;
using System.Runtime.Serialization;
using Crm.Extensions.Collections.Packs;

namespace Crm.Extensions.Collections.Wording;

/// <summary>The shape of a file in Checks/. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class TextRuleFile
{
    /// <summary>ISO 3166-1 alpha-2, or "any".</summary>
    [DataMember(Name = "country")] public string Country { get; set; } = "";

    [DataMember(Name = "reviewedOn")] public string ReviewedOn { get; set; } = "";

    [DataMember(Name = "sources")] public List<SourceFile> Sources { get; set; } = [];

    [DataMember(Name = "debtWords")] public List<string>? DebtWords { get; set; }

    /// <summary>Harmless phrases that hold a debt word.</summary>
    [DataMember(Name = "harmless")] public List<string>? Harmless { get; set; }

    [DataMember(Name = "rules")] public List<TextRuleEntry> Rules { get; set; } = [];
}

/// <summary>One rule of a file.</summary>
[DataContract]
public sealed class TextRuleEntry
{
    [DataMember(Name = "id")] public string Id { get; set; } = "";

    /// <summary>mustSay or mustNotSay.</summary>
    [DataMember(Name = "kind")] public string Kind { get; set; } = "";

    [DataMember(Name = "source")] public string Source { get; set; } = "";

    /// <summary>Left out: every purpose.</summary>
    [DataMember(Name = "purposes")] public List<string>? Purposes { get; set; }

    /// <summary>Left out: every channel.</summary>
    [DataMember(Name = "channels")] public List<string>? Channels { get; set; }

    /// <summary>See <see cref="Phrase"/>; "{house}" alone asks for the house's own name.</summary>
    [DataMember(Name = "phrases")] public List<string> Phrases { get; set; } = [];

    [DataMember(Name = "unless")] public List<string>? Unless { get; set; }

    [DataMember(Name = "english")] public string English { get; set; } = "";

    [DataMember(Name = "spanish")] public string Spanish { get; set; } = "";
}
