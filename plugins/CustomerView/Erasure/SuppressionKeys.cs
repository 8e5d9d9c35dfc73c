using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>
/// By what somebody who was forgotten is recognised when a feed brings him back: hashes of e-mail addresses, phones, valid national ids, and of the
/// name together with the birth date. The values themselves are not kept.
/// </summary>
/// <remarks>
/// A name without a birth date is no key: it would keep namesakes out. Generic and invalid ids are none either. The hash is no secret (the phones of a
/// country can be tried one by one): the table of hashes is for system and privacy officer alone.
/// </remarks>
internal static class SuppressionKeys
{
    // kept apart from the hashes of blocking keys, so that one can't be looked up in the other
    private const string Domain = "suppression|";

    /// <summary>The hashes of a record (SHA-256 in hex, 64 characters), each once, in a stable order. None for a record that says nothing of the kind.</summary>
    public static IReadOnlyList<string> Of(NormalRecord record)
    {
        var keys = new List<string>();
        keys.AddRange(record.Emails.Select(email => "email|" + email));
        keys.AddRange(record.Phones.Select(phone => "phone|" + phone));
        keys.AddRange(record.NationalIds.Where(id => id.IsEvidence).Select(id => "id|" + id.Kind + "|" + id.Country + "|" + id.Value));
        if (record.BirthDate is { } born && record.CanonicalGivenNames.Length > 0 && record.FamilyNames.Length > 0)
        {
            var names = record.CanonicalGivenNames.Take(1).Concat(record.FamilyNames.OrderBy(name => name, StringComparer.Ordinal));
            keys.Add("born|" + string.Join(" ", names) + "|" + born.ToString());
        }

        using var sha = SHA256.Create();
        return keys.Distinct(StringComparer.Ordinal).Select(key => Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(Domain + key)))).ToList();
    }

    /// <summary>The id of the row that keeps a hash, so that keeping it twice keeps it once.</summary>
    public static Guid RowOf(string hash) => ComponentId.Of("Suppression", hash);

    private static string Hex(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var one in bytes) text.Append(one.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
