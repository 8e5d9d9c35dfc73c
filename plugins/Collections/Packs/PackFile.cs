using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Collections.Packs;

/// <summary>A country pack as its JSON file has it. Public only because the serializer may have to run in partial trust; see Packs/*.json.</summary>
[DataContract]
public sealed class PackFile
{
    [DataMember(Name = "country")] public string Country { get; set; } = "";

    [DataMember(Name = "reviewedOn")] public string? ReviewedOn { get; set; }

    [DataMember(Name = "version")] public string Version { get; set; } = "";

    [DataMember(Name = "englishName")] public string EnglishName { get; set; } = "";

    [DataMember(Name = "spanishName")] public string SpanishName { get; set; } = "";

    [DataMember(Name = "timeZones")] public List<string> TimeZones { get; set; } = [];

    [DataMember(Name = "states")] public List<StateFile>? States { get; set; }

    [DataMember(Name = "sources")] public List<SourceFile> Sources { get; set; } = [];

    [DataMember(Name = "exemptions")] public List<ExemptionFile> Exemptions { get; set; } = [];

    [DataMember(Name = "hours")] public List<HoursFile> Hours { get; set; } = [];

    [DataMember(Name = "caps")] public List<CapFile> Caps { get; set; } = [];

    [DataMember(Name = "rests")] public List<RestFile>? Rests { get; set; }

    [DataMember(Name = "forbiddenChannels")] public List<ForbiddenChannelFile> ForbiddenChannels { get; set; } = [];

    [DataMember(Name = "hoursWaiver")] public string? HoursWaiver { get; set; }

    [DataMember(Name = "optOut")] public string OptOut { get; set; } = "";

    [DataMember(Name = "customerWindow")] public string CustomerWindow { get; set; } = "";

    [DataMember(Name = "channelAuthorisation")] public string ChannelAuthorisation { get; set; } = "";

    [DataMember(Name = "noOffersInService")] public string? NoOffersInService { get; set; }

    [DataMember(Name = "roles")] public List<RoleFile> Roles { get; set; } = [];

    [DataMember(Name = "settlement")] public SettlementFile Settlement { get; set; } = new();

    [DataMember(Name = "materiality")] public List<MaterialityFile> Materiality { get; set; } = [];

    [DataMember(Name = "limitDecrease")] public List<LimitDecreaseFile> LimitDecrease { get; set; } = [];

    [DataMember(Name = "limitIncrease")] public List<LimitIncreaseFile> LimitIncrease { get; set; } = [];

    [DataMember(Name = "block")] public List<BlockFile> Block { get; set; } = [];

    [DataMember(Name = "retention")] public List<RetentionFile> Retention { get; set; } = [];

    [DataMember(Name = "publicHolidaySource")] public string PublicHolidaySource { get; set; } = "";

    [DataMember(Name = "publicHolidays")] public List<HolidayFile> PublicHolidays { get; set; } = [];

    [DataMember(Name = "bankHolidays")] public BankHolidaysFile BankHolidays { get; set; } = new();

    [DataMember(Name = "dueDate")] public List<DueDateFile>? DueDate { get; set; }
}

/// <summary>An authority that values refer to by its id.</summary>
[DataContract]
public sealed class SourceFile
{
    [DataMember(Name = "id")] public string Id { get; set; } = "";

    [DataMember(Name = "text")] public string Text { get; set; } = "";

    [DataMember(Name = "law")] public bool Law { get; set; }

    [DataMember(Name = "verified")] public bool Verified { get; set; }

    /// <summary>Null: when the pack was.</summary>
    [DataMember(Name = "reviewedOn")] public string? ReviewedOn { get; set; }
}

/// <summary>A purpose that nothing holds back.</summary>
[DataContract]
public sealed class ExemptionFile
{
    [DataMember(Name = "purpose")] public string Purpose { get; set; } = "";

    [DataMember(Name = "source")] public string Source { get; set; } = "";
}

/// <summary>Whom, by what, from when and until when a value binds.</summary>
[DataContract]
public class ScopeFile : TermFile
{
    /// <summary>Null: the whole country.</summary>
    [DataMember(Name = "states")] public List<string>? States { get; set; }

    [DataMember(Name = "purposes")] public List<string> Purposes { get; set; } = [];

    /// <summary>Null: every channel.</summary>
    [DataMember(Name = "channels")] public List<string>? Channels { get; set; }
}

/// <summary>Permitted hours; a weekday that is not named is closed.</summary>
[DataContract]
public sealed class HoursFile : ScopeFile
{
    [DataMember(Name = "open")] public List<OpenFile> Open { get; set; } = [];

    [DataMember(Name = "openOnHolidays")] public bool OpenOnHolidays { get; set; }
}

/// <summary>The windows of some weekdays.</summary>
[DataContract]
public sealed class OpenFile
{
    [DataMember(Name = "days")] public List<string> Days { get; set; } = [];

    [DataMember(Name = "windows")] public List<string> Windows { get; set; } = [];
}

/// <summary>A cap per day, week or days on end, or the days from one contact to the next.</summary>
[DataContract]
public sealed class CapFile : ScopeFile
{
    [DataMember(Name = "rule")] public string Rule { get; set; } = "";

    [DataMember(Name = "max")] public int Max { get; set; }

    [DataMember(Name = "countsFrom")] public string CountsFrom { get; set; } = "";

    [DataMember(Name = "counted")] public List<string> Counted { get; set; } = [];

    [DataMember(Name = "days")] public int Days { get; set; }

    /// <summary>Null: every channel.</summary>
    [DataMember(Name = "countedChannels")] public List<string>? CountedChannels { get; set; }

    [DataMember(Name = "perChannel")] public bool PerChannel { get; set; }

    [DataMember(Name = "perObligation")] public bool PerObligation { get; set; }
}
