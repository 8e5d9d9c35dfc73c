using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>A record that is to be given its customer.</summary>
internal sealed class ClusterMember
{
    /// <param name="key">Names the record for ever, <c>source|recordid</c>; compared by ordinal.</param>
    /// <param name="sourceIsClean">Its source is known to hold each customer once.</param>
    public ClusterMember(string key, NormalRecord record, string source, bool sourceIsClean)
    {
        Key = key;
        Record = record;
        Source = source;
        SourceIsClean = sourceIsClean;
    }

    public string Key { get; }

    public NormalRecord Record { get; }

    public string Source { get; }

    public bool SourceIsClean { get; }
}
