namespace Microsoft.Xrm.Sdk;

/// <summary>The context of a plug-in's step.</summary>
public interface IPluginExecutionContext : IExecutionContext
{
    /// <summary>10 PreValidation, 20 PreOperation, 30 main operation, 40 PostOperation.</summary>
    int Stage { get; }

    /// <summary>The context of the pipeline that this one runs inside, or null.</summary>
    IPluginExecutionContext ParentContext { get; }
}
