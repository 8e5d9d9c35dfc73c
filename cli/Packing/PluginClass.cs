using System;
using System.Collections.Generic;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>A class of a built assembly that the platform is told of, with what its attributes declare.</summary>
internal sealed record PluginClass(string FullName)
{
    public IReadOnlyList<StepAttribute> Steps { get; init; } = [];

    public CustomApiAttribute? CustomApi { get; init; }

    public IReadOnlyList<RequestParameterAttribute> Requests { get; init; } = [];

    public IReadOnlyList<ResponsePropertyAttribute> Responses { get; init; } = [];

    /// <summary>For a workflow activity: what makers see of it.</summary>
    public ActivityLabel? Activity { get; init; }

    public Guid Id => ComponentId.Of("PluginType", FullName);
}

/// <summary>Name and description of a workflow activity.</summary>
internal sealed record ActivityLabel(string Name, string Description);
