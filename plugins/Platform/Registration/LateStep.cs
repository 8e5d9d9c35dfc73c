using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Crm.Extensions.Platform.Registration;

/// <summary>A declared step on a message whose id is not proven: it is registered in the tenant instead of travelling in the zip.</summary>
internal sealed class LateStep
{
    private readonly StepAttribute step;

    private LateStep(Type plugin, StepAttribute step)
    {
        PluginType = plugin.FullName!;
        this.step = step;
    }

    public string PluginType { get; }

    public string Message => step.Message;

    public string Table => step.Table;

    public Stage Stage => step.Stage;

    public StepMode Mode => step.Mode;

    public int Rank => step.Rank;

    public string FilteringColumns => string.Join(",", step.Filter);

    public IReadOnlyList<string> Before => step.Before;

    public IReadOnlyList<string> After => step.After;

    public Guid Id => ComponentId.OfStep(PluginType, Message, Table, Stage, Mode);

    public string Name => ComponentId.StepName(PluginType, Message, Table, Stage, Mode);

    /// <summary>The input parameter that names the row an image is taken of; null where the platform has no images.</summary>
    public string? ImageProperty => EntityImages.PropertyOf(Message);

    /// <summary>All such steps of an assembly, in a stable order.</summary>
    public static IReadOnlyList<LateStep> All(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract)
        .SelectMany(type => type.GetCustomAttributes<StepAttribute>().Select(step => new LateStep(type, step)))
        .Where(step => ProvenMessages.Find(step.Message) is null)
        .OrderBy(step => step.Name, StringComparer.Ordinal)
        .ToList();
}
