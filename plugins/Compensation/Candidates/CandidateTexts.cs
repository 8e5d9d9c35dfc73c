using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Candidates;

/// <summary>What is said about candidates.</summary>
internal static class CandidateTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Candidates.CandidateMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
