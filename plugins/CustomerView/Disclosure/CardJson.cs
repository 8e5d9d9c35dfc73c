using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The card as JSON.</summary>
internal static class CardJson
{
    public static string Write(CardFile card)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(CardFile)).WriteObject(buffer, card);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
