using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A normal record as JSON, which is what a source link stores of its record.</summary>
internal static class NormalRecordJson
{
    /// <summary>Characters that the column takes.</summary>
    public const int Longest = 8000;

    private static readonly DataContractJsonSerializer Serializer = new(typeof(NormalRecordFile));

    /// <summary>At most <see cref="Longest"/> characters: where all does not fit, what is only for display goes first, then what stands last in lists.</summary>
    public static string Write(NormalRecord record)
    {
        var file = NormalRecordFile.Of(record);
        var text = Write(file);
        if (text.Length <= Longest) return text;

        file.Written = WrittenFile.Essential(file.Written);
        text = Write(file);
        for (var most = Limits.Values / 2; text.Length > Longest && most >= 0; most /= 2)
        {
            file.Shorten(most);
            text = Write(file);
            if (most == 0) break;
        }

        return text;
    }

    /// <exception cref="SerializationException">It is no JSON of a record.</exception>
    public static NormalRecord Read(string text)
    {
        using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ((NormalRecordFile)Serializer.ReadObject(buffer)!).ToRecord();
    }

    private static string Write(NormalRecordFile file)
    {
        using var buffer = new MemoryStream();
        Serializer.WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
