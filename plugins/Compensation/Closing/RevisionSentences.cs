using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>The three sentences of a revision: what it changes, why, and what comes of it.</summary>
internal static class RevisionSentences
{
    public static void Fill(StatementDraft draft, int revision)
    {
        draft.English = Write(draft, revision, Language.English);
        draft.Spanish = Write(draft, revision, Language.Spanish);
    }

    private static List<string> Write(StatementDraft draft, int revision, Language language)
    {
        var sum = draft.Lines.Sum(line => line.Amount);
        var disputed = draft.Lines.Count(line => line.IsOfDispute);
        return
        [
            ClosingTexts.Write(language, "RevisionChanges", revision, draft.Heading.PeriodCode, StatementJson.Amount(sum), draft.Heading.Currency),
            ClosingTexts.Write(language, "RevisionReasons", draft.Lines.Count - disputed, disputed),
            sum >= 0
                ? ClosingTexts.Write(language, "RevisionPaid", StatementJson.Amount(draft.Payable), draft.Heading.Currency)
                : ClosingTexts.Write(language, "RevisionCarried", StatementJson.Amount(draft.Carried), draft.Heading.Currency),
        ];
    }
}
