namespace System.Activities;

/// <summary>A step written in code.</summary>
public abstract class CodeActivity : Activity
{
    protected CodeActivity()
    {
    }

    protected abstract void Execute(CodeActivityContext context);

    internal override void Run(CodeActivityContext context) => Execute(context);
}
