using System;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What the APIs on statements have in common.</summary>
internal static class PayApi
{
    /// <summary>The language that the caller asks for, or works in.</summary>
    public static Language LanguageOf(ApiCall call) => call.Has("Language") ? LanguageCode.Read(call.Input("Language", 0)) : call.Language;

    public static InvalidPluginExecutionException Refuse(Language language, string text, params object[] facts) => new(ClosingTexts.Write(language, text, facts));

    /// <summary>The statement, which the caller must be able to see.</summary>
    public static StatementRow Statement(ApiCall call, Guid id, Language language)
    {
        call.DemandReadable(PayTables.Statement, id);
        return StatementRow.Find(call.AsSystem, id) ?? throw Refuse(language, "StatementMissing");
    }

    /// <summary>The statement with its content: its worker sees it once it has been shown.</summary>
    public static StatementRow Shown(ApiCall call, Guid id, Language language)
    {
        var statement = Statement(call, id, language);
        var isOwn = statement.Owner?.Id == call.CallerId && !call.Holds(call.CallerId, PayRights.Calculate);
        if (isOwn && statement.State is StatementState.Calculated or StatementState.Superseded) throw Refuse(language, "NotShownYet");
        return statement.Content.Length > 0 ? statement : throw Refuse(language, "StatementMissing");
    }
}
