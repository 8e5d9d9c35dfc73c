using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>
/// What every plug-in has in common: refusals reach people as they were written; anything unexpected is traced in full and shown as one plain sentence
/// with the number under which the trace is found. Stateless: the platform runs one object in many threads.
/// </summary>
public abstract class PluginBase : IPlugin
{
    /// <summary>Runs the plug-in.</summary>
    /// <exception cref="InvalidPluginExecutionException">The operation is refused, or something went wrong.</exception>
    public void Execute(IServiceProvider serviceProvider)
    {
        if (serviceProvider is null) throw new ArgumentNullException(nameof(serviceProvider));

        var execution = new Execution(serviceProvider);
        try
        {
            execution.Trace(string.Format(
                CultureInfo.InvariantCulture,
                "{0}: {1} of {2} at stage {3}, depth {4}",
                GetType().Name, execution.Context.MessageName, execution.Context.PrimaryEntityName, execution.Context.Stage, execution.Context.Depth));
            Run(execution);
            execution.Trace("done");
        }
        catch (Exception exception) when (Fault.Refusal(exception) is { } refusal)
        {
            execution.Trace("refused: " + refusal);
            if (exception is InvalidPluginExecutionException) throw;
            throw new InvalidPluginExecutionException(refusal, exception);
        }
        catch (Exception exception)
        {
            execution.Trace(ExceptionText.Write(exception));
            throw new InvalidPluginExecutionException(PlainSentence(execution), exception);
        }
    }

    /// <summary>What the plug-in does.</summary>
    private protected abstract void Run(Execution execution);

    private static string PlainSentence(Execution execution) =>
        Execution.PlatformTexts.Write(
            LanguageIfKnown(execution), "Unexpected", execution.Context.CorrelationId.ToString("D", CultureInfo.InvariantCulture));

    // after a fault the transaction may answer no more requests: then the sentence is in English
    private static Language LanguageIfKnown(Execution execution)
    {
        try
        {
            return execution.Language;
        }
        catch (Exception)
        {
            return Language.English;
        }
    }
}
