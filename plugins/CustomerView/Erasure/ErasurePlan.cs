using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Microsoft.Xrm.Sdk;
using static Crm.Extensions.CustomerView.Erasure.ErasureRule;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>
/// What is held about a customer, table by table, and what becomes of it when the customer is forgotten. A test fails when a table that looks up
/// customers is not in it.
/// </summary>
/// <remarks>
/// In this order: first what would find the customer again, then words and snapshots, then the departments' own rows. Kept is what shows that we
/// owed, asked, paid and were allowed to; see <see cref="RetentionLaw"/> for how long and by what law.
/// </remarks>
internal static class ErasurePlan
{
    private const string Name = "crmx_name=" + Pseudonym;

    /// <summary>What identifies the customer on the customer's own row. Country stays: it says which law keeps the rest.</summary>
    public static readonly IReadOnlyList<string> CustomerColumns =
    [
        Name, "crmx_preferredname", "crmx_title", "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_birthdate", "crmx_nationalid", "crmx_email", "crmx_phone",
        "crmx_street", "crmx_city", "crmx_postalcode", "crmx_stateorprovince", "crmx_lineage", "crmx_valuesegment", "crmx_potentialsegment", "crmx_lastcontact",
    ];

    // after the columns that it is built of
    public static readonly IReadOnlyList<ErasureRule> Rules = Build();

    private static List<ErasureRule> Build()
    {
        var rules = new List<ErasureRule>
        {
            Delete("Keys", "crmx_identitykey", "crmx_sourcelinkid").Of("crmx_sourcelink"),
            EmptyBy("Reviews", "crmx_clericalreview", "crmx_leftlinkid", Name, "crmx_explanation", "crmx_comparison", "crmx_reason").Of("crmx_sourcelink"),
            EmptyBy("Reviews", "crmx_clericalreview", "crmx_rightlinkid", Name, "crmx_explanation", "crmx_comparison", "crmx_reason").Of("crmx_sourcelink"),
            Empty("Links", "crmx_sourcelink", Name, "crmx_identity", "crmx_explanation", "crmx_marks"),
            Delete("Facts", "crmx_customerfact", "crmx_customerid", Name, "crmx_value", "crmx_words", "crmx_origin"),
            Delete("Relationships", "crmx_customerrelationship", "crmx_fromid"),
            Delete("Relationships", "crmx_customerrelationship", "crmx_toid"),
            Delete("Travel", "crmx_travelnotice", "crmx_customerid", Name),
            Delete("Recognitions", "crmx_recognition", "crmx_customerid", Name, "crmx_note"),
            Empty("Surveys", "crmx_surveyresponse", Name, "crmx_words"),
            Empty("Assignments", "crmx_creditassignment", Name, "crmx_handovernote"),
        };
        foreach (var parent in new[] { "account", "contact", "lead", "incident", "phonecall", "email", "letter", "appointment", "crmx_message" })
        {
            rules.Add(Delete("Notes", "annotation", "objectid", "subject", "notetext", "documentbody", "filename").Of(parent));
        }

        rules.Add(Empty("Activities", "phonecall", "subject=" + Erased, "description", "phonenumber", "crmx_textadvice"));
        rules.Add(Empty("Activities", "email", "subject=" + Erased, "description", "crmx_textadvice"));
        rules.Add(Empty("Activities", "letter", "subject=" + Erased, "description", "address", "crmx_textadvice"));
        rules.Add(Empty("Activities", "appointment", "subject=" + Erased, "description", "location"));
        rules.Add(Empty("Activities", "crmx_message", "subject=" + Erased, "description", "crmx_textadvice"));
        rules.Add(Empty("Cases", "incident", "title=" + Erased, "description"));
        rules.Add(Empty("ExternalRecords", "crmx_externalrecord", Name, "crmx_fullname=" + Pseudonym,
            "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_company", "crmx_birthdate", "crmx_email", "crmx_phone", "crmx_nationalid", "crmx_street",
            "crmx_streetnumber", "crmx_externalkey", "crmx_city", "crmx_state", "crmx_postcode", "crmx_payload"));
        rules.Add(Empty("Records", "contact", "lastname=" + Pseudonym,
            "firstname", "middlename", "nickname", "birthdate", "governmentid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3",
            "mobilephone", "fax", "address1_line1", "address1_line2", "address1_line3", "address1_city", "address1_postalcode", "jobtitle", "spousesname", "childrensnames",
            "description"));
        rules.Add(Empty("Records", "account", "name=" + Pseudonym,
            "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "fax", "websiteurl", "address1_line1", "address1_line2", "address1_line3",
            "address1_city", "address1_postalcode", "description", "crmx_nationalid"));
        rules.Add(Empty("Records", "lead", "lastname=" + Pseudonym,
            "firstname", "middlename", "companyname", "subject=" + Erased, "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone",
            "fax", "websiteurl", "address1_line1", "address1_line2", "address1_line3", "address1_city", "address1_postalcode", "jobtitle", "description", "crmx_nationalid"));
        rules.Add(EmptyBy("Merged", "crmx_customer", "crmx_mergedintoid", [.. CustomerColumns]));
        rules.Add(Keep("Obligations", "crmx_obligationparty", Name));
        rules.Add(Keep("Attempts", "crmx_contactattempt", Name));
        rules.Add(Keep("Consents", "crmx_consent", Name));
        rules.Add(Keep("Holds", "crmx_contacthold", Name));
        rules.Add(Keep("Promises", "crmx_promisetopay", Name));
        rules.Add(Keep("Repairs", "crmx_contactrepair", Name));
        rules.Add(Keep("Blocks", "crmx_cardblock", Name));
        rules.Add(Keep("Transactions", "crmx_customertransaction", Name, "crmx_note"));
        rules.Add(Keep("Grants", "crmx_goodwillgrant", Name, "crmx_reason"));
        rules.Add(Keep("Acts", "crmx_companyact", Name, "crmx_reason"));
        rules.Add(Keep("Values", "crmx_valuesnapshot", Name));
        rules.Add(Keep("PayLines", "crmx_compensationline", Name));
        rules.Add(Keep("Disclosures", "crmx_disclosure", Name));
        return rules;
    }

    /// <summary>Tables whose rows hold nothing that would have to be looked at when a customer is forgotten, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Untouched = new Dictionary<string, string>
    {
        ["crmx_identityoperation"] = "It names rows, not people; the operation of forgetting is itself the proof that it was done.",
    };

    /// <summary>
    /// What is written over a record that a feed brought of somebody who was forgotten; null for records that people type: who comes to us himself is
    /// welcome.
    /// </summary>
    public static Entity? EmptiedRecord(Entity row) =>
        row.LogicalName != IdentityTables.ExternalRecord ? null
        : ErasureQuery.Emptied(row.LogicalName, row.Id, Rules.First(rule => rule.Table == row.LogicalName).Columns, ErasureRun.PseudonymOf(row.Id), ErasureRun.Erased);

    /// <summary>The column without the text that takes its place.</summary>
    public static string ColumnOf(string column) => column.Split('=')[0];

    /// <summary>Tables that are treated, each once.</summary>
    public static IReadOnlyList<string> Tables => Rules.Select(rule => rule.Table).Distinct().ToList();
}
