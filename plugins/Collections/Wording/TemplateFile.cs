using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Collections.Wording;

/// <summary>The shape of a file in Templates/, one a language. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class TemplateFile
{
    /// <summary>The platform's language code.</summary>
    [DataMember(Name = "language")] public int Language { get; set; }

    [DataMember(Name = "forms")] public List<FormEntry> Forms { get; set; } = [];

    [DataMember(Name = "words")] public List<WordEntry> Words { get; set; } = [];

    [DataMember(Name = "templates")] public List<TemplateEntry> Templates { get; set; } = [];
}

/// <summary>A word that changes with the form of address; its token is the word said to usted.</summary>
[DataContract]
public sealed class FormEntry
{
    [DataMember(Name = "token")] public string Token { get; set; } = "";

    [DataMember(Name = "usted")] public string Usted { get; set; } = "";

    [DataMember(Name = "tu")] public string Tu { get; set; } = "";

    [DataMember(Name = "vos")] public string Vos { get; set; } = "";
}

/// <summary>What a thing is called in a country; without a country, everywhere else.</summary>
[DataContract]
public sealed class WordEntry
{
    [DataMember(Name = "token")] public string Token { get; set; } = "";

    [DataMember(Name = "country")] public string Country { get; set; } = "";

    [DataMember(Name = "word")] public string Word { get; set; } = "";
}

/// <summary>A text of the house.</summary>
[DataContract]
public sealed class TemplateEntry
{
    [DataMember(Name = "occasion")] public string Occasion { get; set; } = "";

    [DataMember(Name = "purpose")] public string Purpose { get; set; } = "";

    [DataMember(Name = "level")] public int Level { get; set; }

    [DataMember(Name = "subject")] public string Subject { get; set; } = "";

    [DataMember(Name = "body")] public string Body { get; set; } = "";
}
