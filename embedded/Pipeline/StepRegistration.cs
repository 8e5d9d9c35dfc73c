using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>A copy of the row, before or after the operation, that a step asks for.</summary>
/// <param name="Alias">The name under which the plug-in finds it.</param>
/// <param name="Columns">The columns it holds; none named: all.</param>
internal sealed record StepImage(string Alias, bool Before, bool After, IReadOnlyList<string> Columns);

/// <summary>A plug-in class bound to a message, a table and a stage, as its <c>sdkmessageprocessingstep</c> row says.</summary>
internal sealed record StepRegistration
{
    public const int PreValidation = 10;
    public const int PreOperation = 20;
    public const int MainOperation = 30;
    public const int PostOperation = 40;

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The message by the name that steps use, for example Send (not SendEmail).</summary>
    public required string Message { get; init; }

    /// <summary>Null: every table, and messages that have none.</summary>
    public string? Table { get; init; }

    public required int Stage { get; init; }

    public bool IsAsynchronous { get; init; }

    public int Rank { get; init; } = 1;

    /// <summary>On Update: the step runs when one of these is in the request; none named: always.</summary>
    public IReadOnlyList<string> Filter { get; init; } = [];

    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>Full name of the plug-in class.</summary>
    public required string PluginType { get; init; }

    /// <summary>Gives the step's one instance, made at first use and shared by all threads.</summary>
    public required Func<Microsoft.Xrm.Sdk.IPlugin> Instance { get; init; }

    /// <summary>The user whose rights count instead of the caller's; null: the caller.</summary>
    public Guid? RunAs { get; init; }

    public bool DeletesJobWhenDone { get; init; }

    public bool WantsImages(bool before) => Images.Any(image => before ? image.Before : image.After);

    public override string ToString() => Name;
}
