using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A statement as its reader sees it: in one language, its lines by customer. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class StatementView
{
    [DataMember(Name = "worker", Order = 0)] public string Worker { get; set; } = "";

    [DataMember(Name = "hrId", Order = 1)] public string HrId { get; set; } = "";

    [DataMember(Name = "period", Order = 2)] public string Period { get; set; } = "";

    [DataMember(Name = "from", Order = 3)] public string From { get; set; } = "";

    [DataMember(Name = "until", Order = 4)] public string Until { get; set; } = "";

    [DataMember(Name = "plan", Order = 5)] public string Plan { get; set; } = "";

    [DataMember(Name = "revision", Order = 6)] public int Revision { get; set; }

    [DataMember(Name = "state", Order = 7)] public string State { get; set; } = "";

    [DataMember(Name = "currency", Order = 8)] public string Currency { get; set; } = "";

    [DataMember(Name = "gross", Order = 9)] public string Gross { get; set; } = "";

    [DataMember(Name = "heldBack", Order = 10)] public string HeldBack { get; set; } = "";

    [DataMember(Name = "payable", Order = 11)] public string Payable { get; set; } = "";

    [DataMember(Name = "carried", Order = 12)] public string Carried { get; set; } = "";

    [DataMember(Name = "sentences", Order = 13)] public List<string> Sentences { get; set; } = new();

    /// <summary>Each customer with the lines about him, the largest sum first; last what is about no customer.</summary>
    [DataMember(Name = "customers", Order = 14)] public List<StatementViewCustomer> Customers { get; set; } = new();

    /// <summary>The customers who matter now, and why it is good for them.</summary>
    [DataMember(Name = "next", Order = 15)] public List<StatementViewNext> Next { get; set; } = new();

    [DataMember(Name = "digest", Order = 16)] public string Digest { get; set; } = "";
}

/// <summary>A customer's part in a statement.</summary>
[DataContract]
public sealed class StatementViewCustomer
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    [DataMember(Name = "amount", Order = 2)] public string Amount { get; set; } = "";

    [DataMember(Name = "lines", Order = 3)] public List<StatementViewLine> Lines { get; set; } = new();
}

/// <summary>A line as its reader sees it.</summary>
[DataContract]
public sealed class StatementViewLine
{
    [DataMember(Name = "lineId", Order = 0)] public string LineId { get; set; } = "";

    [DataMember(Name = "number", Order = 1)] public int Number { get; set; }

    [DataMember(Name = "kind", Order = 2)] public string Kind { get; set; } = "";

    [DataMember(Name = "measure", Order = 3)] public string Measure { get; set; } = "";

    [DataMember(Name = "amount", Order = 4)] public string Amount { get; set; } = "";

    [DataMember(Name = "evidence", Order = 5)] public string Evidence { get; set; } = "";

    [DataMember(Name = "evidenceTable", Order = 6)] public string EvidenceTable { get; set; } = "";

    [DataMember(Name = "evidenceId", Order = 7)] public string EvidenceId { get; set; } = "";

    [DataMember(Name = "reverses", Order = 8)] public string Reverses { get; set; } = "";

    [DataMember(Name = "reason", Order = 12)] public string Reason { get; set; } = "";

    /// <summary>The dispute that waits for an answer or was answered; empty: none.</summary>
    [DataMember(Name = "disputeId", Order = 9)] public string DisputeId { get; set; } = "";

    [DataMember(Name = "disputeOpen", Order = 10)] public bool IsDisputeOpen { get; set; }

    [DataMember(Name = "disputeAnswer", Order = 11)] public string DisputeAnswer { get; set; } = "";
}

/// <summary>A customer who matters now.</summary>
[DataContract]
public sealed class StatementViewNext
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    [DataMember(Name = "why", Order = 2)] public string Why { get; set; } = "";
}
