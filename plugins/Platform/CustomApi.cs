using System;
using System.Globalization;
using System.Reflection;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>The main operation of a custom API, whose name, parameters and privilege stand on the class as attributes.</summary>
public abstract class CustomApi : PluginBase
{
    private const int MainOperation = 30;

    private readonly CustomApiAttribute api;

    /// <summary>Reads the API off the class.</summary>
    protected CustomApi() =>
        api = GetType().GetCustomAttribute<CustomApiAttribute>()
            ?? throw new InvalidOperationException(GetType().FullName + " is no custom API: it lacks the attribute.");

    /// <summary>What the API does.</summary>
    protected abstract void Execute(ApiCall call);

    private protected sealed override void Run(Execution execution)
    {
        var context = execution.Context;
        if (context.Stage != MainOperation || !string.Equals(context.MessageName, api.UniqueName, StringComparison.OrdinalIgnoreCase))
        {
            var place = string.Format(CultureInfo.InvariantCulture, "{0} ({1})", context.MessageName, context.Stage);
            throw new InvalidPluginExecutionException(
                Execution.PlatformTexts.Write(execution.Language, "WrongRegistration", GetType().FullName!, place, api.UniqueName));
        }

        Execute(new ApiCall(execution));
    }
}
