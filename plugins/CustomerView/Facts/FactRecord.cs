using System;
using System.Text;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What is on record of one topic, once, as crmx_customerfact has it. Instants UTC.</summary>
internal sealed record FactRecord(Guid Id, string Topic, FactAnswer Answer, DateTime RecordedUtc)
{
    public string Value { get; init; } = "";

    /// <summary>The customer's own words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where it comes from, as it may be said aloud; empty: to be said from what follows.</summary>
    public string Origin { get; init; } = "";

    public FactSource Source { get; init; }

    public string HeardInTable { get; init; } = "";

    /// <summary>The call, message or case in which it was heard; empty where nobody says.</summary>
    public string HeardInId { get; init; } = "";

    public string Department { get; init; } = "";

    /// <summary>The outside call centre that wrote it down; empty: we did.</summary>
    public string AgentCompany { get; init; } = "";

    public DateTime? ConfirmedUtc { get; init; }

    /// <summary>When it ceases to hold; null: never.</summary>
    public DateTime? ExpiresUtc { get; init; }

    public DateTime? SupersededUtc { get; init; }

    public Guid? SupersededBy { get; init; }

    public bool Repeated { get; init; }

    /// <summary>Recorded while it was confirmed, or the customer was authenticated: that is no second asking.</summary>
    public bool WasConfirming => ConfirmedUtc is { } confirmed && confirmed == RecordedUtc;

    /// <summary>Heard by us from the customer himself: his last word stands above all else.</summary>
    public bool IsOwnWord => Source == FactSource.Said && AgentCompany.Length == 0;

    /// <summary>Whether both come from the same place. An outside call centre is a place of its own, and so is each observer and third party.</summary>
    public bool SharesOriginWith(FactRecord other) =>
        Source == other.Source
        && string.Equals(AgentCompany, other.AgentCompany, StringComparison.OrdinalIgnoreCase)
        && (Source == FactSource.Said || string.Equals(Origin, other.Origin, StringComparison.OrdinalIgnoreCase));

    public bool IsExpiredAt(DateTime utc) => ExpiresUtc is { } end && end <= utc;

    public bool SharesConversationWith(FactRecord other) =>
        HeardInId.Length > 0 && string.Equals(HeardInId, other.HeardInId, StringComparison.OrdinalIgnoreCase);

    public bool SaysTheSameAs(FactRecord other) => string.Equals(Plain(Value), Plain(other.Value), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it came after; of two that came at once, the greater id.</summary>
    public bool IsLaterThan(FactRecord other) =>
        RecordedUtc > other.RecordedUtc || (RecordedUtc == other.RecordedUtc && Id.CompareTo(other.Id) > 0);

    /// <summary>A text without blanks at its ends and with single ones inside, in one form of Unicode.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[plain.Length - 1] != ' ')
            {
                plain.Append(' ');
            }
        }

        var trimmed = plain.ToString().TrimEnd(' ');
        try
        {
            return trimmed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // half of a surrogate pair: there is no other form of it
            return trimmed;
        }
    }
}
