using System.Activities.Hosting;

namespace System.Activities;

/// <summary>One run of a step written in code.</summary>
public class CodeActivityContext : ActivityContext
{
    internal CodeActivityContext(WorkflowInstanceExtensionManager extensions)
        : base(extensions)
    {
    }
}
