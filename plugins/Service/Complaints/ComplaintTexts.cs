using Crm.Extensions.Platform;

namespace Crm.Extensions.Service.Complaints;

/// <summary>What is said to people about the marks of a complaint.</summary>
internal static class ComplaintTexts
{
    private static readonly Texts All = new("Crm.Extensions.Service.Complaints.ComplaintMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
