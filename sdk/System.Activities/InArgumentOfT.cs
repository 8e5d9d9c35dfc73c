namespace System.Activities;

/// <summary>A value of one type that a step takes in.</summary>
public sealed class InArgument<T> : InArgument
{
    public InArgument()
        : base(typeof(T), null)
    {
    }

    public InArgument(T constValue)
        : base(typeof(T), constValue)
    {
    }

    public static implicit operator InArgument<T>(T constValue) => new(constValue);

    public new T Get(ActivityContext context) => Get<T>(context);

    public void Set(ActivityContext context, T value) => Set(context, (object)value);
}
