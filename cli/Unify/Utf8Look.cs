using System;
using System.Buffers;
using System.Text;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Counts what speaks for and against UTF-8 in a file that is read piece by piece.</summary>
internal sealed class Utf8Look
{
    private int lines;

    /// <summary>Well-formed characters beyond ASCII.</summary>
    public int Characters { get; private set; }

    /// <summary>Sequences that are no UTF-8.</summary>
    public int Broken { get; private set; }

    /// <summary>The line of the first of them, from 1; 0 where there is none.</summary>
    public int FirstBrokenLine { get; private set; }

    /// <returns>How many bytes at the end belong to a character that is not complete yet.</returns>
    public int Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var line = lines;
        lines += bytes.Count((byte)'\n');
        var rest = bytes;
        while (rest.IndexOfAnyExceptInRange((byte)0, (byte)127) is var at and >= 0)
        {
            var status = Rune.DecodeFromUtf8(rest[at..], out _, out var used);
            if (status == OperationStatus.NeedMoreData && !isLast) return rest.Length - at;
            if (status == OperationStatus.Done)
            {
                Characters++;
            }
            else
            {
                Broken++;
                if (FirstBrokenLine == 0) FirstBrokenLine = line + bytes[..(bytes.Length - rest.Length + at)].Count((byte)'\n') + 1;
            }

            rest = rest[(at + Math.Max(used, 1))..];
        }

        return 0;
    }
}
