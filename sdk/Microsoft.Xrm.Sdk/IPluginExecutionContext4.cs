namespace Microsoft.Xrm.Sdk;

/// <summary>Adds the images of every row of a Multiple message.</summary>
public interface IPluginExecutionContext4 : IPluginExecutionContext3
{
    EntityImageCollection[] PreEntityImagesCollection { get; }

    EntityImageCollection[] PostEntityImagesCollection { get; }
}
