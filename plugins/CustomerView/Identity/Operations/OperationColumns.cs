using Crm.Extensions.Model;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>The table of operations on identities: its columns and the values of its choices, as the solution has them.</summary>
internal static class OperationColumns
{
    public const string Table = Tables.IdentityOperation;
    public const string Id = "crmx_identityoperationid";
    public const string Name = "crmx_name";
    public const string Kind = "crmx_kind";
    public const string From = "crmx_fromcustomerid";
    public const string To = "crmx_tocustomerid";

    /// <summary>Ids of source links, separated by commas: those that leave, or those that gave rise to a join.</summary>
    public const string Links = "crmx_links";

    /// <summary>Among the links: nobody asked for it, the rules have found it out.</summary>
    public const string ByRule = "rule";
    public const string Reason = "crmx_reason";

    /// <summary>Where to take it up again; writing it has an operation that was interrupted carried on.</summary>
    public const string Cursor = "crmx_cursor";
    public const string Journal = "crmx_journal";

    /// <summary>The operation that this one takes back.</summary>
    public const string Undoes = "crmx_undoesid";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public const int Join = (int)OperationKind.Join;
    public const int Split = (int)OperationKind.Split;
    public const int Forget = (int)OperationKind.Forget;

    public const int Active = (int)IdentityOperation_StateCode.Active;
    public const int Inactive = (int)IdentityOperation_StateCode.Inactive;

    public const int Intended = (int)IdentityOperation_StatusCode.Intended;
    public const int UnderWay = (int)IdentityOperation_StatusCode.UnderWay;
    public const int Done = (int)IdentityOperation_StatusCode.Done;
    public const int Undone = (int)IdentityOperation_StatusCode.Undone;
    public const int Failed = (int)IdentityOperation_StatusCode.Failed;
}
