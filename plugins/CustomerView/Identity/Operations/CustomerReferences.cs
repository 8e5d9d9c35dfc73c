using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Every column that looks up a customer: the one place where a new one has to be named. A test reads the tables of the solution and fails when one
/// is missing here.
/// </summary>
/// <remarks>
/// In this order rows follow: what forbids contact goes first, so that nobody is contacted in the meantime who said no; then who answers for what;
/// then what was found out; records and activities last.
/// </remarks>
internal static class CustomerReferences
{
    public static readonly IReadOnlyList<CustomerReference> All =
    [
        CustomerReference.Follows("crmx_consent"),
        CustomerReference.Follows("crmx_contacthold"),
        CustomerReference.Follows("crmx_travelnotice"),
        CustomerReference.Follows("crmx_promisetopay"),
        CustomerReference.Follows("crmx_obligationparty"),
        CustomerReference.Follows("crmx_cardblock"),
        CustomerReference.Follows("crmx_contactattempt"),
        CustomerReference.Follows("crmx_contactrepair"),
        CustomerReference.Follows("crmx_customerfact"),
        CustomerReference.Follows("crmx_disclosure"),
        CustomerReference.Follows("crmx_creditassignment"),
        CustomerReference.Follows("crmx_customertransaction"),
        CustomerReference.Follows("crmx_companyact"),
        CustomerReference.Follows("crmx_goodwillgrant"),
        CustomerReference.Follows("crmx_recognition"),
        CustomerReference.Follows("crmx_surveyresponse"),
        CustomerReference.Follows("crmx_customerrelationship", "crmx_fromid"),
        CustomerReference.Follows("crmx_customerrelationship", "crmx_toid"),
        CustomerReference.Follows(IdentityTables.SourceLink),
        CustomerReference.Follows(IdentityTables.ExternalRecord),
        CustomerReference.Follows("account"),
        CustomerReference.Follows("contact"),
        CustomerReference.Follows("lead"),
        CustomerReference.Follows("incident"),
        CustomerReference.Follows("phonecall"),
        CustomerReference.Follows("email"),
        CustomerReference.Follows("letter"),
        CustomerReference.Follows("appointment"),
        CustomerReference.Follows("crmx_message"),
        CustomerReference.Follows("crmx_message", "regardingobjectid"),
        CustomerReference.Follows("crmx_customer", "crmx_mergedintoid"),
        CustomerReference.Remains("crmx_valuesnapshot", "crmx_customerid", "What a customer was worth on a day is never rewritten."),
        CustomerReference.Remains("crmx_compensationline", "crmx_customerid", "A statement says what was paid, and for whom it was thought to be."),
        CustomerReference.Remains(OperationColumns.Table, OperationColumns.From, "An operation tells of the two it was about."),
        CustomerReference.Remains(OperationColumns.Table, OperationColumns.To, "An operation tells of the two it was about."),
    ];

    public static readonly IReadOnlyList<CustomerReference> Following = All.Where(reference => reference.Stays is null).ToList();

    /// <summary>Activities that name their customer.</summary>
    public static readonly IReadOnlyList<string> Activities = ["phonecall", "email", "letter", "appointment", "crmx_message"];

    /// <summary>The tables in which departments keep their own records of a customer, with the look-up of a source link that points at them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Records = new Dictionary<string, string>
    {
        ["account"] = "crmx_accountid",
        ["contact"] = "crmx_contactid",
        ["lead"] = "crmx_leadid",
        [IdentityTables.ExternalRecord] = "crmx_externalrecordid",
    };
}
