namespace System.Activities;

/// <summary>Whether an argument is taken in, given out, or both.</summary>
public enum ArgumentDirection
{
    In = 0,
    Out = 1,
    InOut = 2,
}
