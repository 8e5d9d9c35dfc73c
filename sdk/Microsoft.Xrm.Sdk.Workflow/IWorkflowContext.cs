namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>The context of a workflow activity.</summary>
public interface IWorkflowContext : IExecutionContext
{
    string StageName { get; }

    /// <summary>0 workflow, 1 dialog, 2 business rule, 3 action.</summary>
    int WorkflowCategory { get; }

    /// <summary>0 in the background, 1 in real time.</summary>
    int WorkflowMode { get; }

    IWorkflowContext ParentContext { get; }
}
