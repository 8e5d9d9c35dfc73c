using System.Globalization;
using System.Linq;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>By what words a text for the customer names a metric, in either language; case and accents set aside.</summary>
internal static class MetricNames
{
    public static bool IsNamedIn(string text, RiskMetric metric)
    {
        var plain = Plain(text);
        return Words(metric, Language.English).Concat(Words(metric, Language.Spanish)).Any(word => plain.Contains(Plain(word)));
    }

    private static string[] Words(RiskMetric metric, Language language) => LimitTexts.Write(language, "Words." + metric).Split('|');

    private static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return new string([.. letters]).ToUpperInvariant();
    }
}
