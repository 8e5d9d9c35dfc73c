using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What linking a record came to, as JSON for programs.</summary>
[DataContract]
internal sealed class OutcomeDetails
{
    [DataMember(Name = "records", Order = 1)]
    public int Records { get; set; }

    [DataMember(Name = "reviews", Order = 2)]
    public int Reviews { get; set; }

    /// <summary>Whether customers that exist are about to be joined or parted.</summary>
    [DataMember(Name = "changes", Order = 3)]
    public bool Changes { get; set; }

    [DataMember(Name = "contributions", Order = 4)]
    public List<ComparedField> Contributions { get; set; } = new();

    public static string Write(LinkOutcome outcome, Language language)
    {
        var details = new OutcomeDetails
        {
            Records = outcome.Records,
            Reviews = outcome.Reviews,
            Changes = outcome.Changes,
            Contributions = outcome.Pair?.Contributions.Select(contribution => ComparedField.Of(contribution, language)).ToList() ?? new List<ComparedField>(),
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(OutcomeDetails)).WriteObject(buffer, details);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
