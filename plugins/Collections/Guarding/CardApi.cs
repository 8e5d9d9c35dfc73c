using System;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>How the custom APIs of limits and cards read their parameters and answer.</summary>
internal static class CardApi
{
    public static Language LanguageOf(ApiCall call) => call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;

    public static CardJudge JudgeFor(ApiCall call) => new(new CardQueries(call.AsSystem), CourtesyConfiguration.Read(call), call.Clock.UtcNow, call.Trace);

    /// <exception cref="InvalidPluginExecutionException">The word is none of those that the parameter knows.</exception>
    public static TWord Word<TWord>(ApiCall call, string parameter, Language language)
        where TWord : struct, Enum
    {
        var text = call.Input<string>(parameter);
        return Words.TryRead<TWord>(text, out var word)
            ? word
            : throw new InvalidPluginExecutionException(GuardTexts.Write(language, "UnknownWord", parameter, text, string.Join(", ", Words.All<TWord>())));
    }

    /// <summary>An id that may be left out or empty.</summary>
    public static Guid? Given(ApiCall call, string parameter) => call.Input(parameter, Guid.Empty) is var id && id != Guid.Empty ? id : null;

    /// <summary>The claim, or null where no metric is given.</summary>
    public static MetricClaim? ClaimOf(ApiCall call, Language language) => !call.Has("Metric") || call.Input("Metric", "").Trim().Length == 0 ? null : new MetricClaim(
        Word<RiskMetric>(call, "Metric", language),
        call.Has("MetricStated") ? call.Input<decimal>("MetricStated") : null,
        call.Has("MetricThreshold") ? call.Input<decimal>("MetricThreshold") : null,
        call.Has("MetricMonths") ? call.Input<int>("MetricMonths") : null,
        call.Has("MetricAsOf") ? CalendarDate.Of(call.Input<DateTime>("MetricAsOf")) : null);

    public static void Answer(ApiCall call, CardVerdict? verdict, Language language)
    {
        var judgement = verdict?.Judgement;
        call.Output("Allowed", judgement?.Allowed ?? true);
        call.Output("Decision", Words.Of(judgement?.Decision ?? Decision.Allowed));
        call.Output("Rules", judgement?.RuleIds ?? "");
        call.Output("Explanation", judgement is null ? LimitTexts.Write(language, "NoObligation") : LimitTexts.Explain(judgement, language));
        call.Output("Details", verdict is null ? "{\"allowed\":true,\"decision\":\"allowed\",\"rules\":[]}" : LimitJson.Write(verdict.Judgement, verdict.Today, language));
    }

    public static DateTime AsUtc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
