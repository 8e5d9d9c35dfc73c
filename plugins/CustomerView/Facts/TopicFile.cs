using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>The shape of Topics.json. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class TopicFile
{
    [DataMember(Name = "topics")] public List<TopicEntry> Topics { get; set; } = [];
}

/// <summary>One topic as it ships.</summary>
[DataContract]
public sealed class TopicEntry
{
    [DataMember(Name = "code")] public string Code { get; set; } = "";

    [DataMember(Name = "category")] public string Category { get; set; } = "";

    [DataMember(Name = "sensitivity")] public string Sensitivity { get; set; } = "";

    /// <summary>Days; 0: for good.</summary>
    [DataMember(Name = "validDays")] public int ValidDays { get; set; }

    /// <summary>Purposes with commas between them.</summary>
    [DataMember(Name = "uses")] public string Uses { get; set; } = "";

    [DataMember(Name = "document")] public bool Document { get; set; }

    [DataMember(Name = "order")] public int Order { get; set; }

    [DataMember(Name = "name")] public string Name { get; set; } = "";

    [DataMember(Name = "nameSpanish")] public string NameSpanish { get; set; } = "";

    [DataMember(Name = "questionEnglish")] public string QuestionEnglish { get; set; } = "";

    [DataMember(Name = "questionSpanish")] public string QuestionSpanish { get; set; } = "";
}
