using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>Takes a zip apart without trusting it: bounded in number and size, and no path that leads out of it.</summary>
internal static class ZipEntries
{
    private const int MostEntries = 20_000;

    /// <summary>Bytes that all entries together may unpack to; the platform takes solutions of up to 128 MB packed.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>Contents by path.</summary>
    /// <exception cref="UnreadableZipException">It is no zip, or hostile.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream stream)
    {
        var entries = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var budget = MostBytes;
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) throw Hostile("the zip", $"holds more than {MostEntries} entries");
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                CheckPath(entry.FullName);
                if (!entries.TryAdd(entry.FullName, Content(entry, ref budget))) throw Hostile(entry.FullName, "is in the zip twice");
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableZipException("readable-zip", "the file", "is not a zip, or a damaged one: " + fault.Message, fault);
        }
        return entries;
    }

    private static void CheckPath(string path)
    {
        if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Contains(".."))
            throw Hostile(path, "is a path that leads out of the zip");
    }

    // what the directory says of an entry's length may be a lie, so the bytes themselves are counted
    private static byte[] Content(ZipArchiveEntry entry, ref long budget)
    {
        using var source = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
        {
            budget -= read;
            if (budget < 0) throw Hostile(entry.FullName, $"unpacks the zip to more than {MostBytes / 1024 / 1024} MB");
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    private static UnreadableZipException Hostile(string entry, string problem) => new("readable-zip", entry, problem);
}
