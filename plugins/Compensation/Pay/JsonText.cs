using System;
using System.Globalization;
using System.Text;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>Writes JSON in UTF-8, and in one way only: fields as they come, money with two decimals, no blanks.</summary>
internal sealed class JsonText
{
    private const int FirstSize = 1 << 16;

    /// <summary>A letter becomes at most six bytes: an escaped one.</summary>
    private const int MostBytesOfLetter = 6;

    // a close writes thousands of statements: the bytes of the one before are written over
    [ThreadStatic]
    private static byte[]? spare;

    private readonly char[] scratch = new char[DecimalText.MostLetters];
    private byte[] bytes = spare ?? new byte[FirstSize];
    private int count;

    public void Open(char bracket, string? name = null)
    {
        Separate();
        if (name is not null) Name(name);
        Byte(bracket);
    }

    public void Close(char bracket) => Byte(bracket);

    public void Text(string name, string value)
    {
        Separate();
        Name(name);
        Quoted(value);
    }

    /// <summary>Left out where it is empty.</summary>
    public void Filled(string name, string value)
    {
        if (value.Length > 0) Text(name, value);
    }

    public void Money(string name, decimal amount)
    {
        Separate();
        Name(name);
        var from = DecimalText.MoneyInto(scratch, amount);
        if (from < 0) Plain(DecimalText.Money(amount));
        else Digits(from);
    }

    public void Number(string name, decimal number)
    {
        Separate();
        Name(name);
        var from = DecimalText.FigureInto(scratch, number);
        if (from < 0) Plain(DecimalText.Figure(number));
        else Digits(from);
    }

    /// <summary>What was written; nothing more can be written afterwards.</summary>
    public byte[] ToBytes()
    {
        var written = new byte[count];
        Buffer.BlockCopy(bytes, 0, written, 0, count);
        spare = bytes;
        return written;
    }

    private void Plain(string number)
    {
        foreach (var digit in number) Byte(digit);
    }

    private void Digits(int from)
    {
        for (var index = from; index < scratch.Length; index++) Byte(scratch[index]);
    }

    private void Separate()
    {
        if (count > 0 && bytes[count - 1] is not ((byte)'{' or (byte)'[' or (byte)':')) Byte(',');
    }

    private void Name(string name)
    {
        Quoted(name);
        Byte(':');
    }

    private void Quoted(string value)
    {
        Demand((value.Length * MostBytesOfLetter) + 2);
        bytes[count++] = (byte)'"';
        for (var index = 0; index < value.Length; index++)
        {
            var letter = value[index];
            if (letter is '"' or '\\')
            {
                bytes[count++] = (byte)'\\';
                bytes[count++] = (byte)letter;
            }
            else if (letter < ' ')
            {
                foreach (var digit in "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture)) bytes[count++] = (byte)digit;
            }
            else if (letter < 0x80)
            {
                bytes[count++] = (byte)letter;
            }
            else
            {
                var end = index + 1;
                while (end < value.Length && value[end] >= 0x80) end++;
                count += Encoding.UTF8.GetBytes(value, index, end - index, bytes, count);
                index = end - 1;
            }
        }

        bytes[count++] = (byte)'"';
    }

    private void Byte(char letter)
    {
        Demand(1);
        bytes[count++] = (byte)letter;
    }

    private void Demand(int more)
    {
        if (count + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, count + more));
    }
}
