using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.Collections.Packs;

/// <summary>A holiday by rule; members that are not given are 0. <see cref="Shared.HolidayRule"/> says what each means.</summary>
[DataContract]
public sealed class HolidayFile
{
    [DataMember(Name = "name")] public string Name { get; set; } = "";

    [DataMember(Name = "month")] public int Month { get; set; }

    [DataMember(Name = "day")] public int Day { get; set; }

    [DataMember(Name = "fromEaster")] public int FromEaster { get; set; }

    /// <summary>Hours ahead of UTC of the clock on which the June solstice falls.</summary>
    [DataMember(Name = "juneSolsticeAt")] public int? JuneSolsticeAt { get; set; }

    [DataMember(Name = "ordinal")] public int Ordinal { get; set; }

    [DataMember(Name = "weekday")] public string? Weekday { get; set; }

    [DataMember(Name = "shift")] public string? Shift { get; set; }

    [DataMember(Name = "shiftFrom")] public int ShiftFrom { get; set; }

    [DataMember(Name = "keepsOwnDay")] public bool KeepsOwnDay { get; set; }

    [DataMember(Name = "observedName")] public string? ObservedName { get; set; }

    [DataMember(Name = "onlyOn")] public List<string>? OnlyOn { get; set; }

    /// <summary>The other way of saying <see cref="OnlyOn"/>.</summary>
    [DataMember(Name = "notOn")] public List<string>? NotOn { get; set; }

    /// <summary>Kept in this year alone.</summary>
    [DataMember(Name = "year")] public int Year { get; set; }

    [DataMember(Name = "firstYear")] public int FirstYear { get; set; }

    [DataMember(Name = "lastYear")] public int LastYear { get; set; }

    [DataMember(Name = "everyYears")] public int EveryYears { get; set; }

    [DataMember(Name = "notIn")] public List<int>? NotIn { get; set; }
}

/// <summary>Days on which banks do not settle, weekends apart.</summary>
[DataContract]
public sealed class BankHolidaysFile
{
    [DataMember(Name = "source")] public string Source { get; set; } = "";

    /// <summary>Every public holiday is one of them; otherwise <see cref="Days"/> are all.</summary>
    [DataMember(Name = "withPublic")] public bool WithPublic { get; set; }

    [DataMember(Name = "days")] public List<HolidayFile>? Days { get; set; }
}

/// <summary>What becomes of a due date on a closed day.</summary>
[DataContract]
public sealed class DueDateFile
{
    [DataMember(Name = "convention")] public string Convention { get; set; } = "";

    [DataMember(Name = "source")] public string Source { get; set; } = "";

    [DataMember(Name = "validFrom")] public string? ValidFrom { get; set; }

    [DataMember(Name = "validUntil")] public string? ValidUntil { get; set; }
}
