using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>A lineage as JSON, which is what the customer's row stores.</summary>
internal static class LineageJson
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(Lineage lineage)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(LineageFile)).WriteObject(buffer, new LineageFile { Columns = [.. lineage.Entries], Removed = lineage.Removed.Count == 0 ? null : [.. lineage.Removed] });
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>An empty or unreadable text is the lineage of a customer that was never computed.</summary>
    public static Lineage Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Lineage.None;

        try
        {
            using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var file = (LineageFile)new DataContractJsonSerializer(typeof(LineageFile)).ReadObject(buffer)!;
            return new Lineage(file.Columns ?? [], (file.Removed ?? []).ToList());
        }
        catch (SerializationException)
        {
            return Lineage.None;
        }
    }

    /// <summary>An instant to the second, UTC.</summary>
    public static string? Instant(DateTime? utc) => utc?.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTime? Instant(string? text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc) ? utc : null;
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class LineageFile
{
    [DataMember(Name = "columns", Order = 0)] public LineageEntry[]? Columns { get; set; }

    [DataMember(Name = "removed", Order = 1, EmitDefaultValue = false)] public string[]? Removed { get; set; }
}
