using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A statement as payroll needs it.</summary>
internal sealed class PayrollEntry
{
    public string HrId { get; set; } = "";

    public string Worker { get; set; } = "";

    public string Period { get; set; } = "";

    public int Revision { get; set; }

    public string Currency { get; set; } = "";

    public decimal Gross { get; set; }

    public decimal HeldBack { get; set; }

    public decimal Payable { get; set; }

    public decimal Carried { get; set; }

    public string Digest { get; set; } = "";
}

/// <summary>The file that payroll takes: CSV after RFC 4180, in the order of HR's ids, amounts with two decimals and a point.</summary>
internal static class PayrollFile
{
    public const string Header = "hr_id,worker,period,revision,currency,gross,held_back,payable,carried,statement_digest";

    public static string Write(IEnumerable<PayrollEntry> entries)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var entry in entries.OrderBy(entry => entry.HrId, System.StringComparer.Ordinal).ThenBy(entry => entry.Revision))
        {
            text.Append(string.Join(",", new[]
            {
                Field(entry.HrId), Field(entry.Worker), Field(entry.Period), entry.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), Field(entry.Currency),
                StatementJson.Amount(entry.Gross), StatementJson.Amount(entry.HeldBack), StatementJson.Amount(entry.Payable), StatementJson.Amount(entry.Carried), Field(entry.Digest),
            })).Append("\r\n");
        }

        return text.ToString();
    }

    // a name that begins like a formula would be run by a spreadsheet
    private static string Field(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".IndexOf(text[0]) >= 0) text = "'" + text;
        return text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
