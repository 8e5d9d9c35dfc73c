using System;
using System.Collections.Generic;
using System.IO;
using Crm.Extensions.Cli.Unify.Training;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Which model serves a run.</summary>
/// <param name="Words">Which it is and why, for the report.</param>
internal sealed record ModelChoice(MatchModel Model, string Words)
{
    // fewer hold too few repeated people to learn from
    private const int EnoughToLearn = 500;

    public static ModelChoice Of(UnifyOptions options, RecordSet records, ProgressLine progress)
    {
        if (options.Model is { } path) return new ModelChoice(MatchModel.Read(File.ReadAllText(path)), $"{Path.GetFileName(path)}, as it was trained before.");
        var judged = new List<NormalRecord>(records.Count);
        for (var record = 0; record < records.Count; record++)
        {
            if (records[record] is { } normal) judged.Add(normal);
        }

        if (!options.Train && judged.Count < EnoughToLearn)
            return new ModelChoice(MatchModel.Shipped, FormattableString.Invariant($"the one that is shipped, since {judged.Count:N0} records are few to learn from (--train learns all the same)."));
        progress.Tell($"learning the weights");
        return new ModelChoice(ModelTrainer.Train(judged), FormattableString.Invariant($"trained on these {judged.Count:N0} records, without labels."));
    }
}
