namespace System.Activities;

/// <summary>A value that a step takes in and gives out.</summary>
public abstract class InOutArgument : Argument
{
    private protected InOutArgument(Type type)
        : base(type, ArgumentDirection.InOut)
    {
    }
}
