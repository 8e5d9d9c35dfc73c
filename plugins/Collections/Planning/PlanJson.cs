using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>A day's list as JSON, for pages and dialers.</summary>
internal static class PlanJson
{
    public static string Write(DayPlan plan, Language language)
    {
        var file = new PlanFile
        {
            Contacts = [.. plan.Contacts.Select(contact => new PlannedFile
            {
                CustomerId = Queries.Text(contact.Candidate.Customer),
                Customer = contact.Candidate.CustomerName,
                ObligationId = contact.Candidate.ObligationKey,
                Obligation = contact.Candidate.ObligationNumber,
                Purpose = Words.Of(contact.Candidate.Purpose),
                At = contact.Verdict.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                LocalAt = contact.Verdict.LocalAt.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
                Why = Why(contact.Candidate, language),
            })],
            Left = [.. plan.Left.Select(left => new LeftFile
            {
                CustomerId = Queries.Text(left.Candidate.Customer),
                Customer = left.Candidate.CustomerName,
                Why = left.Objection is { } objection ? VerdictText.Explain(objection, language) : PlanningTexts.Write(language, "Busy"),
            })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(PlanFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Why(PlanCandidate candidate, Language language) =>
        PlanningTexts.Write(language, "Why." + candidate.Purpose, new LedgerMoney(candidate.Amount, candidate.Currency), candidate.DaysPastDue);
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class PlanFile
{
    [DataMember(Name = "contacts", Order = 0)] public List<PlannedFile> Contacts { get; set; } = [];

    [DataMember(Name = "left", Order = 1)] public List<LeftFile> Left { get; set; } = [];
}

/// <summary>A contact with its hour.</summary>
[DataContract]
public sealed class PlannedFile
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "customer", Order = 1)] public string Customer { get; set; } = "";

    [DataMember(Name = "obligationId", Order = 2)] public string ObligationId { get; set; } = "";

    [DataMember(Name = "obligation", Order = 3)] public string Obligation { get; set; } = "";

    [DataMember(Name = "purpose", Order = 4)] public string Purpose { get; set; } = "";

    /// <summary>ISO 8601, UTC.</summary>
    [DataMember(Name = "at", Order = 5)] public string At { get; set; } = "";

    /// <summary>ISO 8601 on the customer's clock.</summary>
    [DataMember(Name = "localAt", Order = 6)] public string LocalAt { get; set; } = "";

    [DataMember(Name = "why", Order = 7)] public string Why { get; set; } = "";
}

/// <summary>A customer who is left in peace that day.</summary>
[DataContract]
public sealed class LeftFile
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "customer", Order = 1)] public string Customer { get; set; } = "";

    [DataMember(Name = "why", Order = 2)] public string Why { get; set; } = "";
}
