using System.Globalization;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Writes and reads the files of a close as JSON, and takes their digest.</summary>
internal static class StatementJson
{
    public static string Write<TFile>(TFile file)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(TFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <exception cref="System.Runtime.Serialization.SerializationException">It is no such file.</exception>
    public static TFile Read<TFile>(string text)
    {
        using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (TFile)new DataContractJsonSerializer(typeof(TFile)).ReadObject(buffer);
    }

    /// <summary>SHA-256 in hex.</summary>
    public static string Digest(string text)
    {
        using var algorithm = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var one in algorithm.ComputeHash(Encoding.UTF8.GetBytes(text))) hex.Append(one.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    public static string Amount(decimal amount) => DecimalText.Money(amount);

    public static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
