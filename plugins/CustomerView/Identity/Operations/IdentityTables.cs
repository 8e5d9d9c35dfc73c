using Crm.Extensions.Model;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Names of identity's tables and columns that operations work on.</summary>
internal static class IdentityTables
{
    public const string SourceLink = Tables.SourceLink;
    public const string ExternalRecord = Tables.ExternalRecord;
    public const string Review = Tables.ClericalReview;
    public const string Fact = Tables.CustomerFact;

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
    public const int Undecided = (int)ReviewDecision.Undecided;
    public const int Same = (int)ReviewDecision.Same;
    public const int Different = (int)ReviewDecision.Different;

    /// <summary>Status reasons of a review.</summary>
    public const int Decided = (int)ClericalReview_StatusCode.Decided;
    public const int Superseded = (int)ClericalReview_StatusCode.Superseded;
}
