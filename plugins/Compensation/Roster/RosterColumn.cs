using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>Columns of HR's file, as its heading names them.</summary>
internal static class RosterColumn
{
    public const string Hrid = "hrid";
    public const string Name = "name";
    public const string Email = "email";

    /// <summary>The Dynamics user: domain name or e-mail address; empty for who has none.</summary>
    public const string User = "user";

    /// <summary>The job's code or name.</summary>
    public const string Job = "job";

    /// <summary>The manager's hrid.</summary>
    public const string Manager = "manager";

    /// <summary>Base pay of a month.</summary>
    public const string Salary = "salary";
    public const string Currency = "currency";
    public const string Country = "country";
    public const string From = "from";

    /// <summary>The last day; empty: until further notice, or until the next row of the same person begins.</summary>
    public const string Until = "until";

    /// <summary>The kind of absence; a row that has one is a leave and no employment.</summary>
    public const string Absence = "absence";

    /// <summary>Percent of the working day that the absence takes; 100 where it is empty.</summary>
    public const string Share = "share";

    public static readonly IReadOnlyList<string> All = [Hrid, Name, Email, User, Job, Manager, Salary, Currency, Country, From, Until, Absence, Share];
}

/// <summary>Why somebody is away. The numbers are those of option set crmx_absencekind, less its base 574840000.</summary>
internal enum RosterAbsence
{
    Vacation = 0,
    Sick = 1,
    Parental = 2,
    Unpaid = 3,
    Training = 4,
    PublicDuty = 5,
    Other = 6,
}
