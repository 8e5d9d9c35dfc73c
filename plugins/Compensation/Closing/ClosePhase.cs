using System.Globalization;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Where the close of a period stands: its run (1 the first time, 2 when it is closed again), what is worked on, and in how many slices. Kept in the
/// cursor of slice 0 as "run kind count".
/// </summary>
internal sealed class ClosePhase
{
    /// <summary>Slices of one run: half of them for values, half for statements.</summary>
    private const int SlicesOfRun = 200_000;
    private const int SlicesOfKind = SlicesOfRun / 2;

    public ClosePhase(int run, string kind, int slices)
    {
        Run = run;
        Kind = kind;
        Slices = slices;
    }

    public int Run { get; }

    /// <summary>One of the kinds of <see cref="WorkColumns"/>; empty before anything was divided.</summary>
    public string Kind { get; }

    public int Slices { get; }

    /// <summary>The number of the first slice, which the others follow.</summary>
    public int First => ((Run - 1) * SlicesOfRun) + (Kind == WorkColumns.StatementKind ? SlicesOfKind : 0) + 1;

    public int Last => First + Slices - 1;

    /// <summary>Reads what <see cref="ToString"/> writes; anything else is the first run before its beginning.</summary>
    public static ClosePhase Read(string? text)
    {
        var parts = (text ?? "").Split(' ');
        var run = parts.Length > 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : 1;
        return parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var slices)
            ? new ClosePhase(run, parts[1], slices)
            : new ClosePhase(run, "", 0);
    }

    public ClosePhase Next(string kind, int slices) => new(Run, kind, slices);

    /// <summary>The run that begins when the period is closed again.</summary>
    public ClosePhase Again() => new(Run + 1, "", 0);

    public override string ToString() =>
        Kind.Length == 0 ? Run.ToString(CultureInfo.InvariantCulture) : string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", Run, Kind, Slices);
}
