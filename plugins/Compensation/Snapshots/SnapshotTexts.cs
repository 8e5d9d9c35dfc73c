using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What customers' values say to people.</summary>
internal static class SnapshotTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Snapshots.SnapshotMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
