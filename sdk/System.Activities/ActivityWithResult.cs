namespace System.Activities;

/// <summary>A step that yields a value.</summary>
public abstract class ActivityWithResult : Activity
{
    private protected ActivityWithResult()
    {
    }

    public Type ResultType => ResultTypeCore;

    internal abstract Type ResultTypeCore { get; }
}
