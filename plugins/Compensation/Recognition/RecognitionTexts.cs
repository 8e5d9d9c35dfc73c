using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Recognition;

/// <summary>What is said to people about recognitions and surveys.</summary>
internal static class RecognitionTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Recognition.RecognitionMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
