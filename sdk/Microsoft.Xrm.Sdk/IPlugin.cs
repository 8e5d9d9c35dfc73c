using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>What the platform calls at a registered step.</summary>
public interface IPlugin
{
    void Execute(IServiceProvider serviceProvider);
}
