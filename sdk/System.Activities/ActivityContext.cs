using System.Activities.Hosting;
using System.Collections.Generic;

namespace System.Activities;

/// <summary>One run of a step: the values of its arguments and what its host offers.</summary>
public class ActivityContext
{
    private readonly WorkflowInstanceExtensionManager _extensions;
    private readonly Dictionary<Argument, object> _values = new();

    internal ActivityContext(WorkflowInstanceExtensionManager extensions) => _extensions = extensions;

    public Guid WorkflowInstanceId { get; } = Guid.NewGuid();

    /// <summary>What the host offers under that type, or null.</summary>
    public T GetExtension<T>()
        where T : class => _extensions.Find<T>();

    public T GetValue<T>(InArgument<T> argument) => (T)Read(argument);

    public T GetValue<T>(InOutArgument<T> argument) => (T)Read(argument);

    public T GetValue<T>(OutArgument<T> argument) => (T)Read(argument);

    public object GetValue(Argument argument) => Read(argument);

    public void SetValue<T>(InArgument<T> argument, T value) => Write(argument, value);

    public void SetValue<T>(InOutArgument<T> argument, T value) => Write(argument, value);

    public void SetValue<T>(OutArgument<T> argument, T value) => Write(argument, value);

    public void SetValue(Argument argument, object value) => Write(argument, value);

    internal object Read(Argument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return _values.TryGetValue(argument, out var value) ? value : argument.Initial;
    }

    internal void Write(Argument argument, object value)
    {
        if (argument == null)
            return;
        _values[argument] = argument.Checked(value);
    }
}
