namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Names of identity's tables and columns that operations work on.</summary>
internal static class IdentityTables
{
    public const string SourceLink = "crmx_sourcelink";
    public const string ExternalRecord = "crmx_externalrecord";
    public const string Review = "crmx_clericalreview";
    public const string Fact = "crmx_customerfact";

    public const string Customer = "crmx_customerid";
    public const string RecordTable = "crmx_recordtable";
    public const string RecordId = "crmx_recordid";
    public const string HeardInId = "crmx_heardinid";
    public const string LeftLink = "crmx_leftlinkid";
    public const string RightLink = "crmx_rightlinkid";
    public const string Decision = "crmx_decision";
    public const string DecidedBy = "crmx_decidedbyid";
    public const string DecidedOn = "crmx_decidedon";
    public const string Reason = "crmx_reason";

    /// <summary>Of crmx_reviewdecision.</summary>
    public const int Undecided = 574840000;
    public const int Same = 574840001;
    public const int Different = 574840002;

    /// <summary>Status reasons of a review.</summary>
    public const int Decided = 2;
    public const int Superseded = 574840001;
}
