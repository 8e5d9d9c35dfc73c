namespace System.Activities;

/// <summary>A step written in code that yields a value.</summary>
public abstract class CodeActivity<TResult> : Activity<TResult>
{
    protected CodeActivity()
    {
    }

    protected abstract TResult Execute(CodeActivityContext context);

    internal override void Run(CodeActivityContext context)
    {
        var result = Execute(context);
        if (Result != null)
            context.SetValue(Result, result);
    }
}
