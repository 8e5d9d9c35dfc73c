using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// What a statement says, as it is kept in crmx_content: the same input gives the same bytes. Amounts are texts with two decimals, dates yyyy-MM-dd;
/// sentences in both languages. Customers are named by their ids alone, so that erasing a name leaves the bytes as they were. Public only because the serializer may have to run in partial trust.
/// </summary>
[DataContract]
public sealed class StatementFile
{
    [DataMember(Name = "worker", Order = 0)] public string Worker { get; set; } = "";

    [DataMember(Name = "hrId", Order = 1)] public string HrId { get; set; } = "";

    [DataMember(Name = "period", Order = 2)] public string Period { get; set; } = "";

    [DataMember(Name = "from", Order = 3)] public string From { get; set; } = "";

    [DataMember(Name = "until", Order = 4)] public string Until { get; set; } = "";

    [DataMember(Name = "plan", Order = 5)] public string Plan { get; set; } = "";

    [DataMember(Name = "revision", Order = 6)] public int Revision { get; set; }

    [DataMember(Name = "currency", Order = 7)] public string Currency { get; set; } = "";

    [DataMember(Name = "gross", Order = 8)] public string Gross { get; set; } = "0.00";

    [DataMember(Name = "heldBack", Order = 9)] public string HeldBack { get; set; } = "0.00";

    [DataMember(Name = "payable", Order = 10)] public string Payable { get; set; } = "0.00";

    [DataMember(Name = "carried", Order = 11)] public string Carried { get; set; } = "0.00";

    [DataMember(Name = "english", Order = 12)] public List<string> English { get; set; } = new();

    [DataMember(Name = "spanish", Order = 13)] public List<string> Spanish { get; set; } = new();

    [DataMember(Name = "lines", Order = 14)] public List<StatementFileLine> Lines { get; set; } = new();

    [DataMember(Name = "customers", Order = 15)] public List<StatementFileCustomer> Customers { get; set; } = new();

    /// <summary>What the next period's statement begins with.</summary>
    [DataMember(Name = "closing", Order = 16)] public StatementFileBalance Closing { get; set; } = new();

    /// <summary>Revisions of earlier periods that left something to be given back, and that this statement takes up.</summary>
    [DataMember(Name = "settles", Order = 17)] public List<string> Settles { get; set; } = new();
}

/// <summary>What a statement leaves open.</summary>
[DataContract]
public sealed class StatementFileBalance
{
    [DataMember(Name = "clawback", Order = 0)] public string Clawback { get; set; } = "0.00";

    [DataMember(Name = "draw", Order = 1)] public string Draw { get; set; } = "0.00";

    [DataMember(Name = "heldBack", Order = 2)] public List<StatementFileHeldBack> HeldBack { get; set; } = new();
}

/// <summary>Pay that is kept until its day.</summary>
[DataContract]
public sealed class StatementFileHeldBack
{
    [DataMember(Name = "component", Order = 0)] public string Component { get; set; } = "";

    [DataMember(Name = "customerId", Order = 1)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "amount", Order = 2)] public string Amount { get; set; } = "0.00";

    [DataMember(Name = "vestsOn", Order = 3)] public string VestsOn { get; set; } = "";

    [DataMember(Name = "evidence", Order = 4)] public string Evidence { get; set; } = "";
}

/// <summary>A line of a <see cref="StatementFile"/>.</summary>
[DataContract]
public sealed class StatementFileLine
{
    [DataMember(Name = "number", Order = 0)] public int Number { get; set; }

    [DataMember(Name = "id", Order = 1)] public string Id { get; set; } = "";

    /// <summary>A word of crmx_paylinekind.</summary>
    [DataMember(Name = "kind", Order = 2)] public string Kind { get; set; } = "";

    /// <summary>Plan and version that speaks.</summary>
    [DataMember(Name = "plan", Order = 3)] public string Plan { get; set; } = "";

    [DataMember(Name = "component", Order = 4)] public string Component { get; set; } = "";

    [DataMember(Name = "customerId", Order = 5)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "measure", Order = 6)] public string Measure { get; set; } = "";

    [DataMember(Name = "amount", Order = 7)] public string Amount { get; set; } = "0.00";

    [DataMember(Name = "evidence", Order = 8)] public string Evidence { get; set; } = "";

    [DataMember(Name = "evidenceTable", Order = 9)] public string EvidenceTable { get; set; } = "";

    [DataMember(Name = "evidenceId", Order = 10)] public string EvidenceId { get; set; } = "";

    [DataMember(Name = "reverses", Order = 11)] public string Reverses { get; set; } = "";

    /// <summary>Why a line of a revision stands.</summary>
    [DataMember(Name = "reason", Order = 12)] public string Reason { get; set; } = "";
}

/// <summary>A customer who matters now, and why it is good for them.</summary>
[DataContract]
public sealed class StatementFileCustomer
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "english", Order = 2)] public string English { get; set; } = "";

    [DataMember(Name = "spanish", Order = 3)] public string Spanish { get; set; } = "";
}
