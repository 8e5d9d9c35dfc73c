namespace Crm.Extensions.Compensation.Closing;

/// <summary>Columns of crmx_compensationstatement and its lines.</summary>
internal static class StatementColumns
{
    public const string Id = "crmx_compensationstatementid";
    public const string Name = "crmx_name";
    public const string Worker = "crmx_workerid";
    public const string Period = "crmx_periodid";
    public const string Revision = "crmx_revision";
    public const string Gross = "crmx_gross";
    public const string HeldBack = "crmx_heldback";
    public const string Payable = "crmx_payable";
    public const string Carried = "crmx_carried";
    public const string Explanation = "crmx_explanation";
    public const string Content = "crmx_content";
    public const string Digest = "crmx_digest";
    public const string ApprovedByManager = "crmx_approvedbymanagerid";
    public const string ApprovedByHr = "crmx_approvedbyhrid";
    public const string ShownOn = "crmx_shownon";
    public const string NettingAgreedOn = "crmx_nettingagreedon";
    public const string ExportedOn = "crmx_exportedon";
    public const string Currency = "transactioncurrencyid";
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const string Owner = "ownerid";

    /// <summary>Deletion of the statement takes its lines along; they are made together with it.</summary>
    public const string LinesRelationship = "crmx_CompensationStatement_CompensationLine_StatementId";
}

/// <summary>Columns of crmx_compensationline.</summary>
internal static class LineColumns
{
    public const string Id = "crmx_compensationlineid";
    public const string Name = "crmx_name";
    public const string Statement = "crmx_statementid";
    public const string Number = "crmx_number";
    public const string Kind = "crmx_kind";
    public const string Component = "crmx_componentid";
    public const string Customer = "crmx_customerid";
    public const string Measure = "crmx_measure";
    public const string Amount = "crmx_amount";
    public const string Evidence = "crmx_evidence";
    public const string EvidenceTable = "crmx_evidencetable";
    public const string EvidenceId = "crmx_evidenceid";
    public const string Reverses = "crmx_reversesid";
}

/// <summary>Columns of crmx_paydispute.</summary>
internal static class DisputeColumns
{
    public const string Id = "crmx_paydisputeid";
    public const string Name = "crmx_name";
    public const string Line = "crmx_lineid";
    public const string Statement = "crmx_statementid";
    public const string Claim = "crmx_claim";
    public const string Answer = "crmx_answer";
    public const string Outcome = "crmx_outcome";
    public const string AdjustingLine = "crmx_adjustinglineid";
    public const string AnsweredBy = "crmx_answeredbyid";
    public const string DueOn = "crmx_dueon";
    public const int Open = 1;
    public const int Answered = 2;
}
