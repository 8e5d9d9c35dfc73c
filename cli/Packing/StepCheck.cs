using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Finds steps that the platform would refuse or never run, before they are packed.</summary>
internal static class StepCheck
{
    private static readonly string[] Messages = [.. typeof(Message).GetFields().Select(field => (string)field.GetValue(null)!)];

    /// <summary>Problems in plain words, each naming the class and the step.</summary>
    public static IEnumerable<string> Problems(PluginClass type, KnownTables tables)
    {
        foreach (var step in type.Steps)
            foreach (var problem in Of(step, tables))
                yield return $"{type.FullName}, step on {step.Message} of {step.Table} at {step.Stage}: {problem}";
        foreach (var twice in type.Steps.GroupBy(step => (step.Message, step.Table, step.Stage, step.Mode)).Where(group => group.Count() > 1))
            yield return $"{type.FullName}: more than one step on {twice.Key.Message} of {twice.Key.Table} at {twice.Key.Stage}";
    }

    private static IEnumerable<string> Of(StepAttribute step, KnownTables tables)
    {
        if (!Messages.Contains(step.Message) && ProvenMessages.Find(step.Message) is null) yield return $"there is no message {step.Message}";
        if (step.Table == "activitypointer") yield return "activitypointer takes no steps; register on each activity table";
        if (!tables.IsDescribed(step.Table))
        {
            yield return $"there is no table {step.Table}";
            yield break;
        }
        foreach (var column in step.Filter.Concat(step.Before).Concat(step.After).Distinct())
            if (tables.Column(step.Table, column) is null)
                yield return $"table {step.Table} has no column {column}";
        if (step.Rank < 1) yield return "the rank is at least 1";
        if (step.Stage is not (Stage.PreValidation or Stage.PreOperation or Stage.PostOperation)) yield return $"there is no stage {(int)step.Stage}";
        if (step.Message == Message.Update && step.Filter.Length == 0) yield return "an Update step names the columns it runs for (Filter)";
        if (step.Message != Message.Update && step.Filter.Length > 0) yield return "only Update steps have filtering columns";
        if (step.Message == Message.Create && step.Before.Length > 0) yield return "there is no row before its Create (Before)";
        if (step.Message == Message.Delete && step.After.Length > 0) yield return "there is no row after its Delete (After)";
        if (step.After.Length > 0 && step.Stage != Stage.PostOperation) yield return "an image of the row afterwards exists only at PostOperation (After)";
        if (step.Mode == StepMode.Asynchronous && step.Stage != Stage.PostOperation) yield return "asynchronous steps run only at PostOperation";
    }
}
