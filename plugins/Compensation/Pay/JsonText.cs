using System.Globalization;
using System.Text;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>Writes JSON in one way only: fields as they come, money with two decimals, no blanks.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder text = new(4096);

    public void Open(char bracket, string? name = null)
    {
        Separate();
        if (name is not null) Quoted(name).Append(':');
        text.Append(bracket);
    }

    public void Close(char bracket) => text.Append(bracket);

    public void Text(string name, string value)
    {
        Separate();
        Quoted(name).Append(':');
        Quoted(value);
    }

    /// <summary>Left out where it is empty.</summary>
    public void Filled(string name, string value)
    {
        if (value.Length > 0) Text(name, value);
    }

    public void Money(string name, decimal amount) => Plain(name, DecimalText.Money(amount));

    public void Number(string name, decimal number) => Plain(name, DecimalText.Figure(number));

    public override string ToString() => text.ToString();

    private void Plain(string name, string value)
    {
        Separate();
        Quoted(name).Append(':').Append(value);
    }

    private void Separate()
    {
        if (text.Length > 0 && text[text.Length - 1] is not ('{' or '[' or ':')) text.Append(',');
    }

    private StringBuilder Quoted(string value)
    {
        text.Append('"');
        if (!NeedsEscape(value)) return text.Append(value).Append('"');
        foreach (var letter in value)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (letter < ' ') text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(letter);
        }

        return text.Append('"');
    }

    private static bool NeedsEscape(string value)
    {
        foreach (var letter in value)
        {
            if (letter is '"' or '\\' or < ' ') return true;
        }

        return false;
    }
}
