using System;
using System.Globalization;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Ids of rows of a close: UUID version 5 of what the row is, so that who writes the same thing twice, or two who do so at once, write one row.
/// </summary>
internal static class PayIds
{
    private static readonly Guid Statements = ComponentId.Of("Compensation", "Statement");
    private static readonly Guid Lines = ComponentId.Of("Compensation", "Line");
    private static readonly Guid Works = ComponentId.Of("Compensation", "Work");
    private static readonly Guid Exports = ComponentId.Of("Compensation", "Export");

    /// <param name="revision">From 1.</param>
    public static Guid Statement(Guid worker, Guid period, int revision) => ComponentId.NameBased(Statements, Text(worker) + "|" + Text(period) + "|" + Text(revision));

    /// <param name="number">The line's number in its statement.</param>
    public static Guid Line(Guid statement, int number) => ComponentId.NameBased(Lines, Text(statement) + "|" + Text(number));

    public static Guid Work(Guid period, int slice) => ComponentId.NameBased(Works, Text(period) + "|" + Text(slice));

    public static Guid Export(Guid period, int number) => ComponentId.NameBased(Exports, Text(period) + "|" + Text(number));

    public static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
