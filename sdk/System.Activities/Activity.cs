namespace System.Activities;

/// <summary>A step of a workflow.</summary>
public abstract class Activity
{
    private string _displayName;

    /// <summary>The class's name unless it was given another.</summary>
    public string DisplayName
    {
        get => _displayName ?? GetType().Name;
        set => _displayName = value;
    }

    internal abstract void Run(CodeActivityContext context);
}
