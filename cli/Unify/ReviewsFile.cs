using System;
using System.Globalization;
using System.IO;
using System.Text;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.Platform;
using CsvHelper;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Writes <c>left,right,score,reason,explanation,decision</c>. With the last column filled in it is a file of decisions.</summary>
internal static class ReviewsFile
{
    public static void Write(string path, RecordSet records, Unification found, PairScorer scorer, Language language)
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var heading in (string[])["left", "right", "score", "reason", "explanation", "decision"]) csv.WriteField(heading);
        csv.NextRecord();
        foreach (var review in found.Reviews)
        {
            var score = scorer.Score(records[review.Left]!, records[review.Right]!);
            csv.WriteField(records.KeyOf(review.Left));
            csv.WriteField(records.KeyOf(review.Right));
            csv.WriteField(score.Probability.ToString("0.000000", CultureInfo.InvariantCulture));
            csv.WriteField(Reason(review.Reason));
            csv.WriteField(string.Join("; ", ContributionText.Write(score, language).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            csv.WriteField("");
            csv.NextRecord();
        }
    }

    private static string Reason(ApartReason? reason) => reason switch
    {
        null => "unsure",
        ApartReason.CleanSource => "clean-source",
        ApartReason.Size => "size",
        ApartReason.Cohesion => "cohesion",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Such a pair is for nobody to judge."),
    };
}
