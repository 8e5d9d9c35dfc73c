namespace System.Activities;

/// <summary>A value that a step takes in.</summary>
public abstract class InArgument : Argument
{
    private protected InArgument(Type type, object constant)
        : base(type, ArgumentDirection.In, constant)
    {
    }
}
