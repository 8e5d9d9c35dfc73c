using System;
using System.IO;
using System.Text;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Opens a text file in the encoding that it is written in: UTF-8 or UTF-16 by mark or by look, else Windows-1252, which holds Latin-1.</summary>
internal static class TextFile
{
    private const int Buffer = 1 << 16;

    /// <param name="path">The file.</param>
    /// <param name="notice">What a reader should know of the encoding; null for plain UTF-8.</param>
    /// <exception cref="InvalidDataException">The file is no text in an encoding that is known here.</exception>
    public static StreamReader Open(string path, out string? notice)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path}.", path);
        var encoding = Detect(path, out notice);
        return new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, Buffer);
    }

    public static StreamReader Open(string path) => Open(path, out _);

    private static Encoding Detect(string path, out string? notice)
    {
        notice = null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
        var bytes = new byte[Buffer];
        var count = file.ReadAtLeast(bytes, Buffer, throwOnEndOfStream: false);
        if (Marked(bytes.AsSpan(0, count)) is { } marked)
        {
            if (marked is not UTF8Encoding) notice = $"{Path.GetFileName(path)} is read as {marked.WebName}.";
            return marked;
        }

        if (bytes.AsSpan(0, count).Contains((byte)0))
        {
            if (Wide(bytes.AsSpan(0, count)) is { } guessed)
            {
                notice = $"{Path.GetFileName(path)} is read as {guessed.WebName}, by its look: it has no byte order mark.";
                return guessed;
            }

            // a stray one is a control character in somebody's name; many are no text
            if (bytes.AsSpan(0, count).Count((byte)0) > Math.Max(count / 100, 8))
                throw new InvalidDataException($"{Path.GetFileName(path)} is no text in UTF-8, UTF-16 or Windows-1252. Save it as CSV in UTF-8.");
        }

        var look = new Utf8Look();
        var kept = 0;
        while (count > 0)
        {
            kept = look.Read(bytes.AsSpan(0, count), isLast: false);
            bytes.AsSpan(count - kept, kept).CopyTo(bytes);
            count = file.ReadAtLeast(bytes.AsSpan(kept), Buffer - kept, throwOnEndOfStream: false);
            if (count == 0) break;
            count += kept;
        }

        look.Read(bytes.AsSpan(0, kept), isLast: true);
        if (look.Broken == 0) return Encoding.UTF8;
        if (look.Characters > look.Broken)
        {
            notice = $"{Path.GetFileName(path)} is UTF-8 with {look.Broken} broken characters, the first in line {look.FirstBrokenLine}; those rows are marked.";
            return Encoding.UTF8;
        }

        notice = $"{Path.GetFileName(path)} is not UTF-8 (line {look.FirstBrokenLine}); it is read as Windows-1252 (Latin-1). Save it as UTF-8 if names look wrong.";
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>UTF-16 without a mark: in Western text nearly every second byte is 0.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        int even = 0, odd = 0;
        for (var at = 0; at < start.Length; at++)
        {
            if (start[at] != 0) continue;
            if (at % 2 == 0) even++;
            else odd++;
        }

        var most = start.Length / 4;
        return odd > most && even == 0 ? Encoding.Unicode : even > most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
