namespace System.Activities;

/// <summary>A step that yields a value of one type.</summary>
public abstract class Activity<TResult> : ActivityWithResult
{
    private protected Activity()
    {
    }

    public OutArgument<TResult> Result { get; set; }

    internal override Type ResultTypeCore => typeof(TResult);
}
