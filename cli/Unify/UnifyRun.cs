using System;
using System.IO;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Unify;

/// <summary>One run of <c>crmx unify</c>, from files to files.</summary>
internal static class UnifyRun
{
    private const int Done = 0;
    private const int RowsLeftOut = 2;

    // a tenant keeps its model in a column of a million characters; smaller blocks it counts by itself
    private const int SuppressedInModel = 20_000;

    /// <returns>0, or 2 where rows could not be judged: they came out as customers of their own.</returns>
    /// <exception cref="InvalidDataException">Something can't be understood; the message says what and the remedy.</exception>
    public static int Run(UnifyOptions options, TextWriter output, TextWriter error, bool interactive)
    {
        var progress = new ProgressLine(error, interactive);
        var notes = new RowNotes(error);
        var records = Load(options, notes, progress);
        var decisions = options.Decisions is { } path ? DecisionFile.Read(path, records, notes) : [];
        var previous = options.Previous is { } earlier ? PreviousClusters.Read(earlier) : null;
        var choice = ModelChoice.Of(options, records, progress);
        var found = new Unifier(choice.Model, new BlockLimits(), progress).Run(records, decisions);
        progress.Clear();
        notes.Close();
        if (options.Output is { } clusters) ClustersFile.Write(clusters, records, CustomerIds.Of(records, found.Cluster, previous), found.Probability);
        if (options.Reviews is { } reviews) ReviewsFile.Write(reviews, records, found, new PairScorer(choice.Model), options.Language);
        if (options.ModelOutput is { } model) File.WriteAllText(model, choice.Model.Suppressing(found.Index.MostCommon(SuppressedInModel)).Write());
        new UnifyReport(records, found, notes, choice.Words, Measure(options, records, found), progress.Elapsed).Write(output, options.Json);
        return notes.LeftOut > 0 ? RowsLeftOut : Done;
    }

    private static RecordSet Load(UnifyOptions options, RowNotes notes, ProgressLine progress)
    {
        var sources = options.Inputs.Select(input => Path.GetFileNameWithoutExtension(input)).ToArray();
        if (sources.GroupBy(source => source, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"Two inputs are named '{twice.Key}', and a source is a file's name. Rename one of them.");
        if (sources.Length > byte.MaxValue) throw new InvalidDataException($"At most {byte.MaxValue} inputs can be unified at once.");
        if (options.Maps.Count > 1 && options.Maps.Count != sources.Length)
            throw new InvalidDataException($"There are {options.Maps.Count} maps for {sources.Length} inputs. Give one map for all, or one for each.");
        if (options.Clean.FirstOrDefault(clean => !sources.Contains(clean, StringComparer.Ordinal)) is { } unknown)
            throw new InvalidDataException($"--clean names '{unknown}', which is no source. Sources are {string.Join(", ", sources)}.");

        var records = new RecordSet(sources, options.Clean.ToHashSet(StringComparer.Ordinal));
        var loader = new RecordLoader(options.Country, CalendarDate.Of(DateTime.UtcNow), notes, progress);
        for (var source = 0; source < sources.Length; source++)
        {
            var map = options.Maps.Count == 0 ? null : IdentityMap.Read(options.Maps[options.Maps.Count == 1 ? 0 : source]);
            using var file = new InputFile(options.Inputs[source], map, options.TruthColumn);
            if (file.EncodingNotice is { } notice) notes.Notice(notice);
            if (file.GuessedMap is { } guessed) notes.Notice($"{file.Name} is read as {guessed}. Say otherwise by --map map.json.");
            loader.Load(file, (byte)source, records);
        }

        return records;
    }

    private static Quality? Measure(UnifyOptions options, RecordSet records, Unification found)
    {
        var truth = options.TruthColumn is not null ? Truth.OfColumn(records)
            : options.TruthPairs is { } pairs ? Truth.OfPairs(pairs, records)
            : null;
        return truth is null ? null : Quality.Of(truth, found.Cluster, found.Index.Share);
    }
}
