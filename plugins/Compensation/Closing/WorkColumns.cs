namespace Crm.Extensions.Compensation.Closing;

/// <summary>Columns and words of crmx_closingwork: one row is one slice of a period's close.</summary>
internal static class WorkColumns
{
    public const string Id = "crmx_closingworkid";
    public const string Name = "crmx_name";
    public const string Period = "crmx_periodid";
    public const string Slice = "crmx_slice";
    public const string Kind = "crmx_kind";

    /// <summary>Ids of workers (kind statement) or customers (kind value), one to a line.</summary>
    public const string Members = "crmx_workers";

    /// <summary>How far it has come: in a slice the number of members done, in the close itself its <see cref="ClosePhase"/>.</summary>
    public const string Cursor = "crmx_cursor";

    /// <summary>How often it was taken up. Writing it has the work carried on.</summary>
    public const string Attempts = "crmx_attempts";
    public const string Failure = "crmx_failure";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public const string CloseKind = "close";
    public const string ValueKind = "value";
    public const string StatementKind = "statement";

    public const int Active = 0;
    public const int Inactive = 1;
    public const int Waiting = 1;
    public const int UnderWay = 574840000;
    public const int Done = 2;
    public const int Failed = 574840001;
}

/// <summary>Columns and words of crmx_compensationperiod.</summary>
internal static class PeriodColumns
{
    public const string Id = "crmx_compensationperiodid";
    public const string Code = "crmx_code";
    public const string From = "crmx_from";
    public const string Until = "crmx_until";
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const int Open = 1;
    public const int Calculated = 574840000;
    public const int Approved = 574840001;
    public const int Paid = 2;
}

/// <summary>Columns of crmx_payrollexport.</summary>
internal static class ExportColumns
{
    public const string Id = "crmx_payrollexportid";
    public const string Name = "crmx_name";
    public const string Period = "crmx_periodid";
    public const string Number = "crmx_number";
    public const string File = "crmx_file";
    public const string Total = "crmx_total";
    public const string Lines = "crmx_lines";
    public const string Digest = "crmx_digest";
}

/// <summary>Columns of crmx_worker.</summary>
internal static class WorkerColumns
{
    public const string Id = "crmx_workerid";
    public const string Name = "crmx_name";
    public const string HrId = "crmx_hrid";
    public const string User = "crmx_userid";
    public const string Manager = "crmx_managerid";
    public const string Country = "crmx_country";
    public const string BaseSalary = "crmx_basesalary";
    public const string From = "crmx_from";
    public const string Until = "crmx_until";
}
