using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>
/// The steps of a message and those of its Multiple twin: a step on CreateMultiple also runs for a single Create. The other way about needs nothing here,
/// because the main operation of CreateMultiple executes a Create for each row.
/// </summary>
internal sealed class MergedSteps
{
    private MergedSteps(IReadOnlyList<StepRegistration> own, IReadOnlyList<StepRegistration> multiple)
    {
        Own = own;
        Multiple = multiple;
        All = multiple.Count == 0 ? own : [.. own.Concat(multiple).OrderBy(step => step.Stage).ThenBy(step => step.Rank)];
    }

    public IReadOnlyList<StepRegistration> Own { get; }

    public IReadOnlyList<StepRegistration> Multiple { get; }

    public IReadOnlyList<StepRegistration> All { get; }

    public static MergedSteps For(StepRegistry registry, string message, string table, CallContext call)
    {
        var own = registry.For(message, table);
        var multiple = MessageNames.MultipleOf(message) is { } twin && !IsRowOf(twin, call) ? registry.For(twin, table) : [];
        return new MergedSteps(own, multiple);
    }

    // A row of CreateMultiple has been seen by the steps on CreateMultiple already.
    private static bool IsRowOf(string twin, CallContext call) =>
        call.Parent is StepContext { Stage: StepRegistration.MainOperation } parent
            && parent.MessageName == twin;
}
