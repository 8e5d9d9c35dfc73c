using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>One kind of rows that we hold about a customer, and how they are found.</summary>
internal sealed class ExportSection
{
    private ExportSection(string code, string table, string column, string privilege)
    {
        Code = code;
        Table = table;
        Column = column;
        Privilege = privilege;
    }

    /// <summary>Names the section's heading and its purpose among the texts.</summary>
    public string Code { get; }

    public string Table { get; }

    public string Column { get; }

    /// <summary>Without it the caller gets nothing of the section, and is told so.</summary>
    public string Privilege { get; }

    /// <summary>A table between, which looks up the customer by <see cref="ThroughColumn"/> and the rows by <see cref="ThroughKey"/>.</summary>
    public string? Through { get; private set; }

    public string ThroughKey { get; private set; } = "";

    public string ThroughColumn { get; private set; } = "crmx_customerid";

    /// <summary>Everything that is held, in the order in which a person would want to read it.</summary>
    public static readonly IReadOnlyList<ExportSection> All =
    [
        new("Customer", "crmx_customer", "crmx_customerid", "prvReadcrmx_Customer"),
        new("Merged", "crmx_customer", "crmx_mergedintoid", "prvReadcrmx_Customer"),
        Of("Records", "account", "prvReadAccount"),
        Of("Records", "contact", "prvReadContact"),
        Of("Records", "lead", "prvReadLead"),
        Of("Records", "crmx_externalrecord", "prvReadcrmx_ExternalRecord"),
        Of("Links", "crmx_sourcelink", "prvReadcrmx_SourceLink"),
        new ExportSection("Reviews", "crmx_clericalreview", "crmx_leftlinkid", "prvReadcrmx_ClericalReview").By("crmx_sourcelink", "crmx_sourcelinkid"),
        new ExportSection("Reviews", "crmx_clericalreview", "crmx_rightlinkid", "prvReadcrmx_ClericalReview").By("crmx_sourcelink", "crmx_sourcelinkid"),
        Of("Facts", "crmx_customerfact", "prvReadcrmx_CustomerFact"),
        Of("Consents", "crmx_consent", "prvReadcrmx_Consent"),
        new("Relationships", "crmx_customerrelationship", "crmx_fromid", "prvReadcrmx_CustomerRelationship"),
        new("Relationships", "crmx_customerrelationship", "crmx_toid", "prvReadcrmx_CustomerRelationship"),
        new ExportSection("Obligations", "crmx_obligation", "crmx_obligationid", "prvReadcrmx_Obligation").By("crmx_obligationparty", "crmx_obligationid"),
        new ExportSection("Installments", "crmx_installment", "crmx_obligationid", "prvReadcrmx_Installment").By("crmx_obligationparty", "crmx_obligationid"),
        new ExportSection("Payments", "crmx_payment", "crmx_obligationid", "prvReadcrmx_Payment").By("crmx_obligationparty", "crmx_obligationid"),
        new ExportSection("Limits", "crmx_creditlimitchange", "crmx_obligationid", "prvReadcrmx_CreditLimitChange").By("crmx_obligationparty", "crmx_obligationid"),
        Of("Blocks", "crmx_cardblock", "prvReadcrmx_CardBlock"),
        Of("Promises", "crmx_promisetopay", "prvReadcrmx_PromiseToPay"),
        Of("Holds", "crmx_contacthold", "prvReadcrmx_ContactHold"),
        Of("Travel", "crmx_travelnotice", "prvReadcrmx_TravelNotice"),
        Of("Attempts", "crmx_contactattempt", "prvReadcrmx_ContactAttempt"),
        Of("Repairs", "crmx_contactrepair", "prvReadcrmx_ContactRepair"),
        Of("Cases", "incident", "prvReadIncident"),
        Of("Activities", "phonecall", "prvReadActivity"),
        Of("Activities", "email", "prvReadActivity"),
        Of("Activities", "letter", "prvReadActivity"),
        Of("Activities", "appointment", "prvReadActivity"),
        Of("Activities", "crmx_message", "prvReadActivity"),
        Of("Transactions", "crmx_customertransaction", "prvReadcrmx_CustomerTransaction"),
        Of("Values", "crmx_valuesnapshot", "prvReadcrmx_ValueSnapshot"),
        Of("Acts", "crmx_companyact", "prvReadcrmx_CompanyAct"),
        Of("Grants", "crmx_goodwillgrant", "prvReadcrmx_GoodwillGrant"),
        Of("Surveys", "crmx_surveyresponse", "prvReadcrmx_SurveyResponse"),
        Of("Recognitions", "crmx_recognition", "prvReadcrmx_Recognition"),
        Of("Assignments", "crmx_creditassignment", "prvReadcrmx_CreditAssignment"),
        Of("Disclosures", "crmx_disclosure", "prvReadcrmx_Disclosure"),
        new("Operations", "crmx_identityoperation", "crmx_fromcustomerid", "prvReadcrmx_IdentityOperation"),
        new("Operations", "crmx_identityoperation", "crmx_tocustomerid", "prvReadcrmx_IdentityOperation"),
    ];

    private static ExportSection Of(string code, string table, string privilege) => new(code, table, "crmx_customerid", privilege);

    private ExportSection By(string table, string key)
    {
        Through = table;
        ThroughKey = key;
        return this;
    }
}
