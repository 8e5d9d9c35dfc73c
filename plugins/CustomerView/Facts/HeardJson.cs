using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What call centres wrote, as JSON.</summary>
internal static class HeardJson
{
    private const string Mask = "#";

    public static string Write(HeardReport report)
    {
        var file = new HeardFile
        {
            Facts = report.Facts,
            Values = [.. report.Values.Select(value => new HeardValue
            {
                Company = value.Company,
                Topic = value.Topic,
                Value = value.Value.StartsWith(Mask, StringComparison.Ordinal) ? null : value.Value,
                Times = value.Times,
                Of = value.Of,
                Share = value.Share,
            })],
            Notes = [.. report.Notes.Select(note => new HeardNote { Company = note.Company, Words = note.Words, Customers = note.Customers })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(HeardFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A value that is counted but not told.</summary>
    public static string Masked(string value)
    {
        using var hash = SHA256.Create();
        return Mask + Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(FactRecord.Plain(value).ToUpperInvariant())));
    }
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class HeardFile
{
    [DataMember(Name = "facts", Order = 0)] public int Facts { get; set; }

    [DataMember(Name = "values", Order = 1)] public List<HeardValue> Values { get; set; } = [];

    [DataMember(Name = "notes", Order = 2)] public List<HeardNote> Notes { get; set; } = [];
}

/// <summary>The commonest value of a topic.</summary>
[DataContract]
public sealed class HeardValue
{
    [DataMember(Name = "company", Order = 0)] public string Company { get; set; } = "";

    [DataMember(Name = "topic", Order = 1)] public string Topic { get; set; } = "";

    /// <summary>Null for a sensitive topic.</summary>
    [DataMember(Name = "value", Order = 2)] public string? Value { get; set; }

    [DataMember(Name = "times", Order = 3)] public int Times { get; set; }

    [DataMember(Name = "of", Order = 4)] public int Of { get; set; }

    /// <summary>0 to 1.</summary>
    [DataMember(Name = "share", Order = 5)] public decimal Share { get; set; }
}

/// <summary>A copied note.</summary>
[DataContract]
public sealed class HeardNote
{
    [DataMember(Name = "company", Order = 0)] public string Company { get; set; } = "";

    [DataMember(Name = "words", Order = 1)] public string Words { get; set; } = "";

    [DataMember(Name = "customers", Order = 2)] public int Customers { get; set; }
}
