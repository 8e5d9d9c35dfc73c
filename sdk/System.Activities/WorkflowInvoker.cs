using System.Activities.Hosting;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace System.Activities;

/// <summary>
/// Runs a step as if it were a method: arguments in by property name, arguments out by property name. An exception of the step
/// comes out as it is.
/// </summary>
/// <remarks>An activity object is a definition: what it is run with lives in the context, so one object may run many times at once.</remarks>
public sealed class WorkflowInvoker
{
    private readonly Activity _workflow;

    public WorkflowInvoker(Activity workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        _workflow = workflow;
    }

    /// <summary>What <see cref="ActivityContext.GetExtension{T}"/> finds.</summary>
    public WorkflowInstanceExtensionManager Extensions { get; } = new();

    public static IDictionary<string, object> Invoke(Activity workflow) => new WorkflowInvoker(workflow).Invoke();

    public static IDictionary<string, object> Invoke(Activity workflow, IDictionary<string, object> inputs) => new WorkflowInvoker(workflow).Invoke(inputs);

    public IDictionary<string, object> Invoke() => Invoke(new Dictionary<string, object>());

    /// <exception cref="ArgumentException">An input has no argument, is of the wrong type, or a required one is missing.</exception>
    public IDictionary<string, object> Invoke(IDictionary<string, object> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var arguments = Arguments();
        var context = new CodeActivityContext(Extensions.ForOneRun());
        foreach (var input in inputs)
        {
            if (!arguments.TryGetValue(input.Key, out var argument) || argument.Direction == ArgumentDirection.Out)
                throw new ArgumentException($"{_workflow.GetType().FullName} takes no argument {input.Key}.", nameof(inputs));
            context.SetValue(argument.Value, input.Value);
        }

        foreach (var (name, argument) in arguments)
        {
            if (argument.IsNeeded && !inputs.ContainsKey(name))
                throw new ArgumentException($"{_workflow.GetType().FullName} requires the argument {name}.", nameof(inputs));
        }

        _workflow.Run(context);
        return arguments.Where(argument => argument.Value.Direction != ArgumentDirection.In)
            .ToDictionary(argument => argument.Key, argument => context.GetValue(argument.Value.Value), StringComparer.Ordinal);
    }

    private Dictionary<string, Declared> Arguments()
    {
        var found = new Dictionary<string, Declared>(StringComparer.Ordinal);
        foreach (var property in _workflow.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!typeof(Argument).IsAssignableFrom(property.PropertyType) || property.PropertyType.IsAbstract || !property.CanWrite)
                continue;
            var required = property.IsDefined(typeof(RequiredArgumentAttribute));
            lock (_workflow)
            {
                var given = (Argument)property.GetValue(_workflow);
                if (given == null)
                {
                    given = (Argument)Activator.CreateInstance(property.PropertyType);
                    property.SetValue(_workflow, given);
                }

                found[property.Name] = new Declared(given, required);
            }
        }

        return found;
    }

    private sealed record Declared(Argument Value, bool Required)
    {
        internal ArgumentDirection Direction => Value.Direction;

        internal bool IsNeeded => Required && Direction != ArgumentDirection.Out && !Value.HasConstant;
    }
}
