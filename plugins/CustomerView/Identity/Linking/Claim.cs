using System;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A link as it stands before a decision: whose it was so far.</summary>
internal sealed class Claim
{
    public Claim(Guid link, string key)
    {
        Link = link;
        Key = key;
    }

    public Guid Link { get; }

    /// <summary>By which links are ordered.</summary>
    public string Key { get; }

    /// <summary>Whose it was; null: nobody's yet.</summary>
    public Guid? Customer { get; init; }

    /// <summary>Since when that customer exists, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>Whether a person has said so.</summary>
    public bool IsConfirmed { get; init; }
}
