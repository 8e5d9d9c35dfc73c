using System.Collections.Generic;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Says in words what linking a record came to.</summary>
internal static class OutcomeText
{
    public static string Write(LinkOutcome outcome, Language language)
    {
        if (outcome.IsForgotten) return LinkingTexts.Write(language, "Forgotten");

        var lines = new List<string> { outcome.Records > 0 ? LinkingTexts.Write(language, "LinkedTo", outcome.Records) : LinkingTexts.Write(language, "LinkedAlone") };
        if (outcome.IsNew) lines.Add(LinkingTexts.Write(language, "LinkedNew"));
        if (outcome.Reviews > 0) lines.Add(LinkingTexts.Write(language, "ToReview", outcome.Reviews));
        if (outcome.Changes) lines.Add(LinkingTexts.Write(language, "Changing"));
        var text = string.Join(" ", lines);
        return outcome.Pair is { } pair ? text + "\n" + new StrongestPair(pair).Explain(language) : text;
    }
}
