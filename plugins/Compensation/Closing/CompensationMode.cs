using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>How far the capability reaches. Off: nothing is calculated. Observe: statements are calculated, but none is shown, approved or paid. Enforce: all of it.</summary>
internal static class CompensationMode
{
    public const string Variable = "crmx_CompensationMode";

    /// <exception cref="InvalidPluginExecutionException">The capability is off.</exception>
    public static void DemandOn(Execution execution, Language language)
    {
        if (execution.Settings.Mode(Variable) == Mode.Off) throw new InvalidPluginExecutionException(ClosingTexts.Write(language, "SwitchedOff"));
    }

    /// <exception cref="InvalidPluginExecutionException">Nothing is paid yet.</exception>
    public static void DemandEnforced(Execution execution, Language language)
    {
        DemandOn(execution, language);
        if (execution.Settings.Mode(Variable) != Mode.Enforce) throw new InvalidPluginExecutionException(ClosingTexts.Write(language, "OnlyObserved"));
    }
}
