using System.IO;
using System.Reflection;
using System.Runtime.Serialization.Json;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>A JSON file that lies inside this assembly.</summary>
internal static class ShippedFile
{
    /// <param name="name">Its resource name behind <c>Crm.Extensions.CustomerView.</c>, for example <c>Facts.Topics.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static TFile Read<TFile>(string name)
        where TFile : class
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Crm.Extensions.CustomerView." + name) ?? throw new FileNotFoundException(name);
        return (TFile)new DataContractJsonSerializer(typeof(TFile)).ReadObject(stream)!;
    }
}
