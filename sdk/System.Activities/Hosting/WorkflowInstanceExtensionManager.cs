using System.Collections.Generic;

namespace System.Activities.Hosting;

/// <summary>What a host offers to the steps that it runs, found by type.</summary>
public class WorkflowInstanceExtensionManager
{
    private readonly List<object> _singletons = new();
    private readonly List<KeyValuePair<Type, Func<object>>> _factories = new();

    /// <summary>Offers one object under each of its types.</summary>
    public virtual void Add(object singletonExtension)
    {
        ArgumentNullException.ThrowIfNull(singletonExtension);
        _singletons.Add(singletonExtension);
    }

    /// <summary>Offers what the function makes, once for each run, under <typeparamref name="T"/>.</summary>
    public virtual void Add<T>(Func<T> extensionCreationFunction)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(extensionCreationFunction);
        _factories.Add(new KeyValuePair<Type, Func<object>>(typeof(T), extensionCreationFunction));
    }

    /// <summary>A copy for one run, in which each factory makes its object at most once.</summary>
    internal WorkflowInstanceExtensionManager ForOneRun()
    {
        var run = new WorkflowInstanceExtensionManager();
        run._singletons.AddRange(_singletons);
        foreach (var factory in _factories)
        {
            var once = new Lazy<object>(factory.Value);
            run._factories.Add(new KeyValuePair<Type, Func<object>>(factory.Key, () => once.Value));
        }

        return run;
    }

    internal T Find<T>()
        where T : class
    {
        foreach (var singleton in _singletons)
        {
            if (singleton is T found)
                return found;
        }

        foreach (var factory in _factories)
        {
            if (typeof(T).IsAssignableFrom(factory.Key))
                return (T)factory.Value();
        }

        return null;
    }
}
