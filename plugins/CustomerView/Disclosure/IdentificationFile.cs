using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The shape of Identification.json. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class IdentificationFile
{
    [DataMember(Name = "steps")] public List<IdentificationStep> Steps { get; set; } = [];

    [DataMember(Name = "uses")] public List<IdentificationUse> Uses { get; set; } = [];
}

/// <summary>What is asked to reach a level.</summary>
[DataContract]
public sealed class IdentificationStep
{
    [DataMember(Name = "level")] public string Level { get; set; } = "";

    [DataMember(Name = "ask")] public List<IdentificationQuestion> Ask { get; set; } = [];
}

/// <summary>One question, and why it is asked.</summary>
[DataContract]
public sealed class IdentificationQuestion
{
    [DataMember(Name = "topic")] public string Topic { get; set; } = "";

    [DataMember(Name = "english")] public string English { get; set; } = "";

    [DataMember(Name = "spanish")] public string Spanish { get; set; } = "";

    [DataMember(Name = "reasonEnglish")] public string ReasonEnglish { get; set; } = "";

    [DataMember(Name = "reasonSpanish")] public string ReasonSpanish { get; set; } = "";
}

/// <summary>The level that a purpose needs, and why.</summary>
[DataContract]
public sealed class IdentificationUse
{
    [DataMember(Name = "use")] public string Use { get; set; } = "";

    [DataMember(Name = "level")] public string Level { get; set; } = "";

    [DataMember(Name = "english")] public string English { get; set; } = "";

    [DataMember(Name = "spanish")] public string Spanish { get; set; } = "";
}
