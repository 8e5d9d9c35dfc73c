using System.IO;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Which model serves a run.</summary>
/// <param name="Words">Which it is and why, for the report.</param>
internal sealed record ModelChoice(MatchModel Model, string Words)
{
    public static ModelChoice Of(UnifyOptions options, RecordSet records, ProgressLine progress) =>
        options.Model is { } path ? new ModelChoice(MatchModel.Read(File.ReadAllText(path)), $"{Path.GetFileName(path)}, as it was trained before.")
        : new ModelChoice(MatchModel.Shipped, "the one that is shipped.");
}
