using System;
using System.Globalization;
using System.IO;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Reads a period by its code: a year, half, quarter or month of the calendar.</summary>
internal static class PeriodCode
{
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static PayPeriod Read(string code)
    {
        var parts = code.Trim().Split('-');
        if (parts.Length <= 2 && parts[0].Length == 4 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            if (parts.Length == 1) return Of(code, year, 1, 12);
            var kind = parts[1].Length == 2 ? parts[1][0] : ' ';
            if (int.TryParse(parts[1].AsSpan(kind is 'Q' or 'H' ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (kind == 'Q' && number is >= 1 and <= 4) return Of(code, year, (number * 3) - 2, 3);
                if (kind == 'H' && number is (1 or 2)) return Of(code, year, (number * 6) - 5, 6);
                if (kind is not ('Q' or 'H' or ' ') && number is >= 1 and <= 12) return Of(code, year, number, 1);
            }
        }

        throw new InvalidDataException($"'{code}' is no period. Please write 2026, 2026-H1, 2026-Q3 or 2026-07.");
    }

    private static PayPeriod Of(string code, int year, int month, int months)
    {
        var next = month + months > 12 ? new CalendarDate(year + 1, 1, 1) : new CalendarDate(year, month + months, 1);
        return new PayPeriod(code.Trim(), new CalendarDate(year, month, 1), next.AddDays(-1));
    }
}
