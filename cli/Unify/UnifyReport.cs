using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.Extensions.Cli.Unify;

/// <summary>What a run says at its end, for people or as JSON.</summary>
/// <param name="Model">Which model served, in words.</param>
/// <param name="Quality">Null where no truth was given.</param>
internal sealed record UnifyReport(RecordSet Records, Unification Found, RowNotes Notes, string Model, Quality? Quality, TimeSpan Elapsed)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int Customers => Found.Cluster.Where((first, record) => first == record).Count();

    public void Write(TextWriter output, bool json)
    {
        if (json) output.WriteLine(Json().ToJsonString(Readable));
        else WriteText(output);
    }

    private void WriteText(TextWriter output)
    {
        Line(output, $"{Records.Count:N0} records are {Customers:N0} customers; {Found.Reviews.Count:N0} pairs are for a steward to judge.");
        Line(output, $"Model: {Model}");
        Line(output, $"{Found.Compared:N0} pairs compared; {Found.Index.SuppressedCount:N0} keys say nothing (more than {Found.Index.Limit:N0} records have them, or the model says so); {Elapsed.TotalSeconds:N1} s.");
        foreach (var one in Found.Contradictions)
            Line(output, $"Not kept: '{one.LeftKey}' and '{one.RightKey}' were said to be the same, but other decisions make them different.");
        if (Quality is not { } quality) return;
        Line(output, $"precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000} ({quality.RightPairs:N0} of {quality.TruePairs:N0} true pairs found, {quality.FoundPairs - quality.RightPairs:N0} wrong ones)");
        Line(output, $"blocking recall {quality.BlockingRecall:0.0000}; by records (B³): precision {quality.CubedPrecision:0.0000}, recall {quality.CubedRecall:0.0000}");
    }

    private JsonObject Json()
    {
        var json = new JsonObject
        {
            ["records"] = Records.Count,
            ["customers"] = Customers,
            ["reviews"] = Found.Reviews.Count,
            ["leftOut"] = Notes.LeftOut,
            ["marks"] = new JsonObject(Notes.Marks.Select(mark => KeyValuePair.Create(mark.Key, (JsonNode?)mark.Value))),
            ["model"] = Model,
            ["compared"] = Found.Compared,
            ["suppressedKeys"] = Found.Index.SuppressedCount,
            ["contradictions"] = new JsonArray([.. Found.Contradictions.Select(one => (JsonNode)new JsonObject { ["left"] = one.LeftKey, ["right"] = one.RightKey })]),
            ["seconds"] = Math.Round(Elapsed.TotalSeconds, 1),
        };
        if (Quality is { } quality)
        {
            json["quality"] = new JsonObject
            {
                ["precision"] = Math.Round(quality.Precision, 6),
                ["recall"] = Math.Round(quality.Recall, 6),
                ["f1"] = Math.Round(quality.F1, 6),
                ["blockingRecall"] = Math.Round(quality.BlockingRecall, 6),
                ["truePairs"] = quality.TruePairs,
                ["foundPairs"] = quality.FoundPairs,
                ["rightPairs"] = quality.RightPairs,
                ["b3Precision"] = Math.Round(quality.CubedPrecision, 6),
                ["b3Recall"] = Math.Round(quality.CubedRecall, 6),
            };
        }

        return json;
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
