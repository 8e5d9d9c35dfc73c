using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>
/// A plug-in on a table. Its steps stand on the class as <see cref="StepAttribute"/>; an execution that fits none of them is refused by name, so that a
/// step registered by hand in the wrong place is noticed at once.
/// </summary>
/// <typeparam name="TTable">The table's class in the model, or <see cref="Entity"/> for a plug-in on several tables.</typeparam>
public abstract class Plugin<TTable> : PluginBase
    where TTable : Entity, new()
{
    private readonly IReadOnlyList<StepAttribute> steps;

    /// <summary>Reads the steps off the class.</summary>
    protected Plugin() => steps = GetType().GetCustomAttributes<StepAttribute>().ToArray();

    /// <summary>What the plug-in does.</summary>
    protected abstract void Execute(Execution<TTable> execution);

    private protected sealed override void Run(Execution execution)
    {
        var context = execution.Context;
        var step = steps.FirstOrDefault(declared => Fits(declared, context)) ?? throw Wrong(execution);
        var hasImages = EntityImages.PropertyOf(step.Message) is not null;
        if (hasImages && step.Before.Length > 0 && !context.PreEntityImages.Contains(Execution<TTable>.BeforeAlias)) throw Lacks(execution, Execution<TTable>.BeforeAlias);
        if (step.After.Length > 0 && !context.PostEntityImages.Contains(Execution<TTable>.AfterAlias)) throw Lacks(execution, Execution<TTable>.AfterAlias);

        Execute(new Execution<TTable>(execution, step));
    }

    private static bool Fits(StepAttribute step, IPluginExecutionContext context) =>
        string.Equals(step.Message, context.MessageName, StringComparison.OrdinalIgnoreCase)
        && string.Equals(step.Table, context.PrimaryEntityName, StringComparison.Ordinal)
        && (int)step.Stage == context.Stage
        && (int)step.Mode == context.Mode;

    private InvalidPluginExecutionException Wrong(Execution execution) =>
        new(Execution.PlatformTexts.Write(
            execution.Language, "WrongRegistration", GetType().FullName!, Place(execution.Context), string.Join("; ", steps.Select(Place))));

    private InvalidPluginExecutionException Lacks(Execution execution, string image) =>
        new(Execution.PlatformTexts.Write(execution.Language, "MissingImage", GetType().FullName!, Place(execution.Context), image));

    private static string Place(IPluginExecutionContext context) =>
        Place(context.MessageName, context.PrimaryEntityName, (Stage)context.Stage, (StepMode)context.Mode);

    private static string Place(StepAttribute step) => Place(step.Message, step.Table, step.Stage, step.Mode);

    private static string Place(string message, string table, Stage stage, StepMode mode) =>
        string.Format(CultureInfo.InvariantCulture, "{0} of {1} ({2}, {3})", message, table, stage, mode);
}
