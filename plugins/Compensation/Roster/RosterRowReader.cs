using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>Reads the rows of one file. Of a row that is wrong every wrong field is named.</summary>
internal sealed class RosterRowReader
{
    private const int LongestHrid = 50;
    private const int LongestName = 200;
    private const int LongestEmail = 100;
    private const int MostDecimals = 2;
    private const decimal HighestSalary = 1_000_000_000_000m;

    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly bool hasDecimalComma;
    private readonly List<RosterFinding> findings;
    private readonly HashSet<string> spoilt;

    /// <param name="columns">Which field of a row each column is, counted from 1.</param>
    /// <param name="hasDecimalComma">In files with semicolons a decimal comma is understood as well.</param>
    /// <param name="spoilt">Takes the hrids of people's rows that are left out.</param>
    public RosterRowReader(IReadOnlyDictionary<string, int> columns, bool hasDecimalComma, List<RosterFinding> findings, HashSet<string> spoilt)
    {
        this.columns = columns;
        this.hasDecimalComma = hasDecimalComma;
        this.findings = findings;
        this.spoilt = spoilt;
    }

    public bool IsAbsence(CsvRow row) => !columns.ContainsKey(RosterColumn.Job) || Text(row, RosterColumn.Absence).Length > 0;

    public RosterRow? Person(CsvRow row)
    {
        var before = findings.Count;
        var hrid = Demanded(row, RosterColumn.Hrid, LongestHrid);
        var name = Demanded(row, RosterColumn.Name, LongestName);
        var job = Demanded(row, RosterColumn.Job, LongestName);
        var email = Email(row);
        var user = Limited(row, RosterColumn.User, LongestName);
        var manager = Limited(row, RosterColumn.Manager, LongestHrid);
        var salary = Salary(row);
        var currency = Letters(row, RosterColumn.Currency, 3, "CurrencyWrong");
        var country = Letters(row, RosterColumn.Country, 2, "CountryWrong");
        if (salary is not null && Text(row, RosterColumn.Currency).Length == 0) Find(row, RosterColumn.Currency, "CurrencyMissing");
        if (Text(row, RosterColumn.Share).Length > 0) Find(row, RosterColumn.Share, "ShareAlone");
        var from = Day(row, RosterColumn.From, isDemanded: true);
        var until = Until(row, from);
        if (findings.Count > before || from is not { } start)
        {
            spoilt.Add(hrid);
            return null;
        }

        var employment = new EmploymentFacts(hrid, start) { Until = until, Job = job, Manager = manager, Salary = salary, Currency = currency };
        return new RosterRow(row.Line, employment, columns) { Name = name, Email = email, User = user, Country = country };
    }

    public AbsenceRow? Absence(CsvRow row)
    {
        var before = findings.Count;
        var hrid = Demanded(row, RosterColumn.Hrid, LongestHrid);
        var word = Demanded(row, RosterColumn.Absence, LongestName);
        if (!Words.TryRead<RosterAbsence>(word, out var kind) && word.Length > 0) Find(row, RosterColumn.Absence, "AbsenceUnknown", word, string.Join(", ", Words.All<RosterAbsence>()));
        var share = Share(row);
        var from = Day(row, RosterColumn.From, isDemanded: true);
        var until = Until(row, from);
        return findings.Count > before || from is not { } start ? null : new AbsenceRow(row.Line, new AbsenceFacts(hrid, kind, start) { Until = until, Share = share }, columns);
    }

    private string Email(CsvRow row)
    {
        var text = Limited(row, RosterColumn.Email, LongestEmail);
        var at = text.IndexOf('@');
        if (text.Length > 0 && (at < 1 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Any(char.IsWhiteSpace))) Find(row, RosterColumn.Email, "EmailWrong", text);
        return text;
    }

    // one sign for decimals and none for thousands: 1,234 would be a thousandfold mistake one way or the other
    private decimal? Salary(CsvRow row)
    {
        var text = Text(row, RosterColumn.Salary);
        if (text.Length == 0) return null;

        var plain = hasDecimalComma && text.IndexOf('.') < 0 ? text.Replace(',', '.') : text;
        var point = plain.IndexOf('.');
        var isNumber = decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value <= HighestSalary && (point < 0 || plain.Length - point - 1 <= MostDecimals)) return value;

        Find(row, RosterColumn.Salary, "SalaryWrong", Shown(text));
        return null;
    }

    private int Share(CsvRow row)
    {
        var text = Text(row, RosterColumn.Share);
        if (text.Length == 0) return 100;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share is >= 1 and <= 100) return share;

        Find(row, RosterColumn.Share, "ShareWrong", Shown(text));
        return 100;
    }

    private CalendarDate? Until(CsvRow row, CalendarDate? from)
    {
        var until = Day(row, RosterColumn.Until, isDemanded: false);
        if (until < from) Find(row, RosterColumn.Until, "UntilBeforeFrom", until!, from!);
        return until;
    }

    private CalendarDate? Day(CsvRow row, string column, bool isDemanded)
    {
        var text = isDemanded ? Demanded(row, column, LongestName) : Text(row, column);
        if (text.Length == 0) return null;
        if (CalendarDate.TryParse(text, out var day)) return day;

        Find(row, column, "DayWrong", Shown(text));
        return null;
    }

    private string Letters(CsvRow row, string column, int count, string code)
    {
        var text = Text(row, column).ToUpperInvariant();
        if (text.Length == 0 || (text.Length == count && text.All(letter => letter is >= 'A' and <= 'Z'))) return text;

        Find(row, column, code, Shown(text));
        return "";
    }

    private string Demanded(CsvRow row, string column, int most)
    {
        var text = Limited(row, column, most);
        if (text.Length == 0) Find(row, column, "Missing");
        return text;
    }

    private string Limited(CsvRow row, string column, int most)
    {
        var text = Text(row, column);
        if (text.Length > most) Find(row, column, "TooLong", text.Length, most);
        return text;
    }

    private string Text(CsvRow row, string column) =>
        columns.TryGetValue(column, out var ordinal) && ordinal <= row.Fields.Count ? row.Fields[ordinal - 1].Text : "";

    private void Find(CsvRow row, string column, string code, params object[] facts)
    {
        var ordinal = columns.TryGetValue(column, out var known) ? known : 0;
        var line = ordinal > 0 && ordinal <= row.Fields.Count ? row.Fields[ordinal - 1].Line : row.Line;
        findings.Add(new RosterFinding(line, column, ordinal, code, facts));
    }

    private static string Shown(string text) => text.Shortened(40);
}
