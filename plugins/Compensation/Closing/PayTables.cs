namespace Crm.Extensions.Compensation.Closing;

/// <summary>Logical names of the tables that paying people by customers reads and writes.</summary>
internal static class PayTables
{
    public const string Statement = "crmx_compensationstatement";
    public const string Line = "crmx_compensationline";
    public const string Period = "crmx_compensationperiod";
    public const string Work = "crmx_closingwork";
    public const string Dispute = "crmx_paydispute";
    public const string Export = "crmx_payrollexport";
    public const string Worker = "crmx_worker";
    public const string Absence = "crmx_absence";
    public const string Assignment = "crmx_creditassignment";
    public const string Plan = "crmx_compensationplan";
    public const string Component = "crmx_plancomponent";
    public const string Tier = "crmx_ratetier";
    public const string Gate = "crmx_plangate";
    public const string Participation = "crmx_planparticipation";
    public const string Snapshot = "crmx_valuesnapshot";
    public const string Survey = "crmx_surveyresponse";
    public const string Recognition = "crmx_recognition";
    public const string Achievement = "crmx_achievement";
    public const string CompanyAct = "crmx_companyact";

    /// <summary>The option of that place, from 0, in one of our choices.</summary>
    public const int FirstOption = 574840000;
}
