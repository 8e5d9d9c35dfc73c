using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Which columns of a department's record say who the customer is, and how they are read.</summary>
internal static class RecordColumns
{
    /// <summary>The unified customer: on account, contact, lead and external record alike.</summary>
    public const string Customer = "crmx_customerid";

    /// <summary>What a customer has forbidden, as account, contact and lead have it.</summary>
    public static readonly IReadOnlyList<string> OptOuts = ["donotphone", "donotemail", "donotbulkemail", "donotpostalmail"];

    /// <summary>On contact and account: the lead of which the row was made.</summary>
    public const string OriginatingLead = "originatingleadid";

    private static readonly string[] Address =
        ["address1_line1", "address1_line2", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country"];

    private static readonly string[] Emails = ["emailaddress1", "emailaddress2", "emailaddress3"];

    private static readonly string[] Phones = ["telephone1", "telephone2", "telephone3", "mobilephone"];

    private static readonly Dictionary<string, string[]> Identity = new(StringComparer.Ordinal)
    {
        [Tables.Account] = ["name", "crmx_nationalid", .. Emails, "telephone1", "telephone2", "telephone3", .. Address],
        [Tables.Contact] = ["fullname", "firstname", "middlename", "lastname", "birthdate", "governmentid", .. Emails, .. Phones, .. Address],
        [Tables.Lead] = ["fullname", "firstname", "middlename", "lastname", "companyname", "crmx_nationalid", .. Emails, .. Phones, .. Address],
        [Tables.ExternalRecord] =
        [
            "crmx_fullname", "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_company", "crmx_birthdate", "crmx_email", "crmx_phone", "crmx_nationalid",
            "crmx_street", "crmx_streetnumber", "crmx_city", "crmx_state", "crmx_postcode", "crmx_country",
        ],
    };

    /// <summary>The tables whose rows are linked.</summary>
    public static IReadOnlyCollection<string> LinkedTables => Identity.Keys;

    /// <summary>Whether rows of that table are linked.</summary>
    public static bool IsLinked(string table) => Identity.ContainsKey(table);

    /// <summary>The columns that say who it is.</summary>
    public static IReadOnlyList<string> Of(string table) => Identity[table];

    /// <summary>All that linking reads of a row.</summary>
    public static string[] Read(string table) => table switch
    {
        Tables.ExternalRecord => [.. Identity[table], Customer, ExternalRecord.Fields.SourceId],
        Tables.Lead => [.. Identity[table], Customer],
        _ => [.. Identity[table], Customer, OriginatingLead],
    };

    /// <summary>The look-up of a link to a row of that table.</summary>
    public static string LookupTo(string table) => table switch
    {
        Tables.Account => SourceLink.Fields.AccountId,
        Tables.Contact => SourceLink.Fields.ContactId,
        Tables.Lead => SourceLink.Fields.LeadId,
        _ => SourceLink.Fields.ExternalRecordId,
    };

    /// <summary>The source that an outside record names itself.</summary>
    public static EntityReference? SourceOf(Entity row) =>
        row.LogicalName == Tables.ExternalRecord ? row.GetAttributeValue<EntityReference>(ExternalRecord.Fields.SourceId) : null;

    /// <summary>What the record says, untouched.</summary>
    public static IdentityRecord RecordOf(Entity row) => row.LogicalName == Tables.ExternalRecord ? External(row) : Own(row);

    /// <summary>Whether erasure has emptied the record: it says of nobody who they are.</summary>
    public static bool IsErased(Entity row)
    {
        var record = RecordOf(row);
        return ErasureRun.IsPseudonym(record.FullName) || ErasureRun.IsPseudonym(record.FamilyName) || ErasureRun.IsPseudonym(record.Company);
    }

    private static IdentityRecord Own(Entity row) => new()
    {
        FullName = Text(row, "fullname"),
        GivenName = Joined(row, " ", "firstname", "middlename"),
        FamilyName = Text(row, "lastname"),
        Company = Text(row, "name") ?? Text(row, "companyname"),
        BirthDate = row.GetAttributeValue<DateTime?>("birthdate") is { } born ? CalendarDate.Of(born).ToString() : null,
        NationalId = Text(row, "governmentid") ?? Text(row, "crmx_nationalid"),
        Email = Joined(row, "; ", Emails),
        Phone = Joined(row, "; ", Phones),
        Street = Joined(row, " ", "address1_line1", "address1_line2"),
        City = Text(row, "address1_city"),
        State = Text(row, "address1_stateorprovince"),
        Postcode = Text(row, "address1_postalcode"),
        Country = Text(row, "address1_country"),
    };

    private static IdentityRecord External(Entity row) => new()
    {
        FullName = Text(row, "crmx_fullname"),
        GivenName = Text(row, "crmx_givenname"),
        FamilyName = Text(row, "crmx_familyname"),
        SecondFamilyName = Text(row, "crmx_secondfamilyname"),
        Company = Text(row, "crmx_company"),
        BirthDate = Text(row, "crmx_birthdate"),
        NationalId = Text(row, "crmx_nationalid"),
        Email = Text(row, "crmx_email"),
        Phone = Text(row, "crmx_phone"),
        Street = Text(row, "crmx_street"),
        StreetNumber = Text(row, "crmx_streetnumber"),
        City = Text(row, "crmx_city"),
        State = Text(row, "crmx_state"),
        Postcode = Text(row, "crmx_postcode"),
        Country = Text(row, "crmx_country"),
    };

    private static string? Text(Entity row, string column) =>
        row.GetAttributeValue<string>(column) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Joined(Entity row, string separator, params string[] columns)
    {
        var parts = columns.Select(column => Text(row, column)).Where(text => text is not null).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? null : string.Join(separator, parts);
    }
}
