using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>Questions as JSON.</summary>
internal static class QuestionJson
{
    public static string Write(QuestionList questions, Language language)
    {
        var file = new QuestionFile
        {
            Ask = [.. questions.Ask.Select(question => new QuestionEntry
            {
                Topic = question.Topic.Code,
                Question = question.Topic.QuestionIn(language),
                Why = Words.Of(question.Why),
                Document = question.Topic.IsDocument,
            })],
            Asked = [.. questions.Asked.Select(asked => new AskedEntry { Topic = asked.Topic.Code, Name = asked.Topic.NameIn(language), Answer = Words.Of(asked.Why) })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(QuestionFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class QuestionFile
{
    [DataMember(Name = "ask", Order = 0)] public List<QuestionEntry> Ask { get; set; } = [];

    [DataMember(Name = "asked", Order = 1)] public List<AskedEntry> Asked { get; set; } = [];
}

/// <summary>A question that may be asked.</summary>
[DataContract]
public sealed class QuestionEntry
{
    [DataMember(Name = "topic", Order = 0)] public string Topic { get; set; } = "";

    [DataMember(Name = "question", Order = 1)] public string Question { get; set; } = "";

    /// <summary>missing, expired or contradictory.</summary>
    [DataMember(Name = "why", Order = 2)] public string Why { get; set; } = "";

    [DataMember(Name = "document", Order = 3)] public bool Document { get; set; }
}

/// <summary>A topic that was asked already.</summary>
[DataContract]
public sealed class AskedEntry
{
    [DataMember(Name = "topic", Order = 0)] public string Topic { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    /// <summary>known, declined or unknown.</summary>
    [DataMember(Name = "answer", Order = 2)] public string Answer { get; set; } = "";
}
