using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Collections.Packs;

/// <summary>A value with its authority and the days between which it holds.</summary>
[DataContract]
public class TermFile
{
    [DataMember(Name = "source")] public string Source { get; set; } = "";

    [DataMember(Name = "validFrom")] public string? ValidFrom { get; set; }

    [DataMember(Name = "validUntil")] public string? ValidUntil { get; set; }
}

/// <summary>A state with its clocks.</summary>
[DataContract]
public sealed class StateFile
{
    [DataMember(Name = "code")] public string Code { get; set; } = "";

    [DataMember(Name = "names")] public List<string> Names { get; set; } = [];

    [DataMember(Name = "timeZones")] public List<string> TimeZones { get; set; } = [];
}

/// <summary>Peace after a conversation; <c>days</c> 0 is the rest of the week.</summary>
[DataContract]
public sealed class RestFile : ScopeFile
{
    [DataMember(Name = "days")] public int Days { get; set; }

    [DataMember(Name = "afterInbound")] public bool AfterInbound { get; set; }

    [DataMember(Name = "perObligation")] public bool PerObligation { get; set; }
}

/// <summary>A capacity in which people may be told.</summary>
[DataContract]
public sealed class RoleFile : TermFile
{
    [DataMember(Name = "role")] public string Role { get; set; } = "";
}

/// <summary>Bank days of one way of paying.</summary>
[DataContract]
public sealed class MethodFile : TermFile
{
    [DataMember(Name = "method")] public string Method { get; set; } = "";

    [DataMember(Name = "bankDays")] public int BankDays { get; set; }
}

/// <summary>How long money takes.</summary>
[DataContract]
public sealed class SettlementFile
{
    [DataMember(Name = "methods")] public List<MethodFile> Methods { get; set; } = [];

    [DataMember(Name = "debitReturn")] public DebitReturnFile DebitReturn { get; set; } = new();

    [DataMember(Name = "dayEnds")] public DayEndFile DayEnds { get; set; } = new();
}

/// <summary>Bank days in which a direct debit may come back.</summary>
[DataContract]
public sealed class DebitReturnFile : TermFile
{
    [DataMember(Name = "bankDays")] public int BankDays { get; set; }
}

/// <summary>The hour until which a payment is of that day.</summary>
[DataContract]
public sealed class DayEndFile : TermFile
{
    [DataMember(Name = "at")] public string At { get; set; } = "";
}

/// <summary>What is too little to be demanded.</summary>
[DataContract]
public sealed class MaterialityFile : TermFile
{
    [DataMember(Name = "currency")] public string Currency { get; set; } = "";

    [DataMember(Name = "amount")] public decimal Amount { get; set; }
}

/// <summary>Before a limit is lowered.</summary>
[DataContract]
public sealed class LimitDecreaseFile : TermFile
{
    [DataMember(Name = "noticeDays")] public int NoticeDays { get; set; }

    [DataMember(Name = "riskEscape")] public bool RiskEscape { get; set; }

    [DataMember(Name = "afterNoticeDays")] public int AfterNoticeDays { get; set; }

    [DataMember(Name = "escapeSource")] public string? EscapeSource { get; set; }

    [DataMember(Name = "reasonsWithinDays")] public int? ReasonsWithinDays { get; set; }

    [DataMember(Name = "feeFreeDays")] public int FeeFreeDays { get; set; }
}

/// <summary>Before a limit is raised.</summary>
[DataContract]
public sealed class LimitIncreaseFile : TermFile
{
    [DataMember(Name = "consent")] public bool Consent { get; set; }

    [DataMember(Name = "capacityStudy")] public bool CapacityStudy { get; set; }
}

/// <summary>When a card is blocked.</summary>
[DataContract]
public sealed class BlockFile : TermFile
{
    [DataMember(Name = "sameDayNotice")] public bool SameDayNotice { get; set; }

    [DataMember(Name = "reasonAndRemedy")] public bool ReasonAndRemedy { get; set; }
}

/// <summary>What is kept as proof, and for how long.</summary>
[DataContract]
public sealed class RetentionFile : TermFile
{
    [DataMember(Name = "what")] public string What { get; set; } = "";

    [DataMember(Name = "months")] public int Months { get; set; }
}

/// <summary>A channel closed for some purposes.</summary>
[DataContract]
public sealed class ForbiddenChannelFile : ScopeFile
{
    /// <summary>The kind of consent that opens it; null: a channel authorisation.</summary>
    [DataMember(Name = "liftedBy")] public string? LiftedBy { get; set; }

    [DataMember(Name = "maxAgeMonths")] public int MaxAgeMonths { get; set; }
}
