using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Verifying;

namespace Crm.Extensions.Tests.Packing;

/// <summary>A copy of a zip with something in it changed, as it is seen by verify.</summary>
internal static class BrokenZip
{
    /// <summary>Findings in our managed zip after a change to one of its XML entries.</summary>
    public static IReadOnlyList<Finding> Findings(string entry, Action<XElement> change, string? schemas = null)
    {
        var entries = Entries(ManagedZip.Bytes);
        using var source = new MemoryStream(entries[entry]);
        var document = XDocument.Load(source);
        change(document.Root!);
        using var target = new MemoryStream();
        document.Save(target);
        entries[entry] = target.ToArray();
        return Verify(entries, schemas);
    }

    public static IReadOnlyList<Finding> Verify(IReadOnlyDictionary<string, byte[]> entries, string? schemas = null)
    {
        using var stream = new MemoryStream(Zip(entries));
        return Verifier.Verify(stream, schemas);
    }

    public static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                return copy.ToArray();
            });
    }

    public static byte[] Zip(IReadOnlyDictionary<string, byte[]> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(bytes);
            }
        return stream.ToArray();
    }
}
