using System;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Ids that the organization gives to its own components: the same for the same name, so that runs are alike.</summary>
internal static class NamedId
{
    public static Guid Of(string kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(kind + "|" + name));
        hash[7] = (byte)((hash[7] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16));
    }
}
