using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>Keeps by what a customer would be recognised, and their opt-outs, before anything else is erased.</summary>
internal static class SuppressedCustomer
{
    private const string Table = "crmx_suppression";

    /// <summary>Writes the hashes of the customer's own row and of every linked record as it was last seen. Repeatable.</summary>
    /// <returns>How many hashes are kept.</returns>
    public static int Keep(IOrganizationService service, Guid customer, DateTime now, string defaultCountry)
    {
        var hashes = Records(service, customer, defaultCountry).SelectMany(SuppressionKeys.Of).Distinct(StringComparer.Ordinal).ToList();
        if (hashes.Count == 0) return 0;

        var optOuts = OptOuts(service, customer);
        var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = false }, Requests = new OrganizationRequestCollection() };
        foreach (var hash in hashes)
        {
            var id = SuppressionKeys.RowOf(hash);
            batch.Requests.Add(new UpsertRequest
            {
                Target = new Entity(Table, id)
                {
                    ["crmx_suppressionid"] = id,
                    ["crmx_name"] = hash.Substring(0, 12),
                    ["crmx_hash"] = hash,
                    ["crmx_optouts"] = optOuts,
                    ["crmx_since"] = now,
                },
            });
        }

        var response = (ExecuteMultipleResponse)service.Execute(batch);
        if (response.Responses.FirstOrDefault(item => item.Fault is not null)?.Fault is { } fault) throw new InvalidPluginExecutionException(fault.Message);

        return hashes.Count;
    }

    private static IEnumerable<NormalRecord> Records(IOrganizationService service, Guid customer, string defaultCountry)
    {
        var links = new QueryExpression(IdentityTables.SourceLink) { ColumnSet = new ColumnSet("crmx_identity") };
        links.Criteria.AddCondition(IdentityTables.Customer, ConditionOperator.Equal, customer);
        foreach (var link in service.RetrieveMultiple(links).Entities)
        {
            if (link.GetAttributeValue<string>("crmx_identity") is { Length: > 0 } identity && Read(identity) is { } record) yield return record;
        }

        var columns = new ColumnSet(
            Customer.Fields.Name, Customer.Fields.Email, Customer.Fields.Phone, Customer.Fields.Birthdate, Customer.Fields.Country, "crmx_givenname", "crmx_familyname",
            "crmx_secondfamilyname", "crmx_nationalid");
        var rows = new QueryExpression(Tables.Customer) { ColumnSet = columns };
        var either = rows.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(Customer.Fields.CustomerId, ConditionOperator.Equal, customer);
        either.AddCondition(Customer.Fields.MergedIntoId, ConditionOperator.Equal, customer);
        foreach (var row in service.RetrieveMultiple(rows).Entities) yield return Normaliser.Normalise(Written(row), defaultCountry);
    }

    private static IdentityRecord Written(Entity row) => new()
    {
        FullName = row.GetAttributeValue<string>(Customer.Fields.Name),
        GivenName = row.GetAttributeValue<string>("crmx_givenname"),
        FamilyName = row.GetAttributeValue<string>("crmx_familyname"),
        SecondFamilyName = row.GetAttributeValue<string>("crmx_secondfamilyname"),
        Email = row.GetAttributeValue<string>(Customer.Fields.Email),
        Phone = row.GetAttributeValue<string>(Customer.Fields.Phone),
        NationalId = row.GetAttributeValue<string>("crmx_nationalid"),
        BirthDate = row.GetAttributeValue<DateTime?>(Customer.Fields.Birthdate)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Country = row.GetAttributeValue<string>(Customer.Fields.Country),
    };

    // a snapshot that nobody can read any more says nothing by which to recognise anybody
    private static NormalRecord? Read(string identity)
    {
        try
        {
            return NormalRecordJson.Read(identity);
        }
        catch (SerializationException)
        {
            return null;
        }
    }

    // channel and purpose by their numbers, as the choices have them ("574840000/574840004"; a side that is left out means any); then the boxes of contact,
    // account and lead that say the same, so that a record which a feed brings back can be ticked
    private static string OptOuts(IOrganizationService service, Guid customer)
    {
        var query = new QueryExpression(Tables.Consent) { ColumnSet = new ColumnSet(Model.Consent.Fields.Channel, Model.Consent.Fields.Purpose) };
        query.Criteria.AddCondition(Model.Consent.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(Model.Consent.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(Model.Consent.Fields.Kind, ConditionOperator.Equal, (int)Model.ConsentKind.OptOut);
        var consents = service.RetrieveMultiple(query).Entities;
        var optOuts = consents
            .Select(row => new Collections.Consent(
                Collections.ConsentKind.OptOut,
                Collections.Choice.Read<Collections.Channel>(row.GetAttributeValue<OptionSetValue>(Model.Consent.Fields.Channel)),
                Collections.Choice.Read<Collections.Purpose>(row.GetAttributeValue<OptionSetValue>(Model.Consent.Fields.Purpose))))
            .ToList();
        var boxes = Collections.OptOutFlags.Columns.Where(box => Collections.OptOutFlags.IsWanted(box, optOuts)).Concat(Ticked(service, customer));
        return string.Join(",", consents
            .Select(row => Number(row, Model.Consent.Fields.Channel) + "/" + Number(row, Model.Consent.Fields.Purpose))
            .Concat(boxes)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(text => text, StringComparer.Ordinal));
    }

    private static List<string> Ticked(IOrganizationService service, Guid customer)
    {
        var ticked = new List<string>();
        foreach (var table in new[] { Tables.Account, Tables.Contact, Tables.Lead })
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(Collections.OptOutFlags.Columns) };
            query.Criteria.AddCondition(IdentityTables.Customer, ConditionOperator.Equal, customer);
            foreach (var row in service.RetrieveMultiple(query).Entities) ticked.AddRange(Collections.OptOutFlags.Columns.Where(row.GetAttributeValue<bool>));
        }

        return ticked;
    }

    private static string Number(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value.ToString(CultureInfo.InvariantCulture) ?? "";
}
