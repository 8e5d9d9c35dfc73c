namespace System.Activities;

/// <summary>A value that a step gives out.</summary>
public abstract class OutArgument : Argument
{
    private protected OutArgument(Type type)
        : base(type, ArgumentDirection.Out)
    {
    }
}
