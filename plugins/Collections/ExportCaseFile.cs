using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Everything that was done, stopped and why for one customer, as plain text for an authority. Nothing is written.</summary>
[CustomApi("crmx_ExportCaseFile", "prvReadcrmx_ContactAttempt",
    Workflow = true,
    DisplayName = "Export case file",
    DisplayNameSpanish = "Exportar expediente",
    Description = "Everything done, stopped and why for one customer: contacts, holds, promises, amounts due, payments, limits, blocks, repairs; for CONDUSEF, SIC, SFC, SERNAC, Indecopi or Banco de España.",
    DescriptionSpanish = "Todo lo hecho, lo detenido y por qué para un cliente: contactos, motivos para no contactar, compromisos, cuotas, pagos, límites, bloqueos y reparaciones; para CONDUSEF, SIC, SFC, SERNAC, Indecopi o Banco de España.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("ObligationId", ParameterType.Guid, Optional = true, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Only what concerns this obligation; all if left out.", DescriptionSpanish = "Solo lo que se refiere a esta obligación; todas si se omite.")]
[RequestParameter("Authority", ParameterType.String, Optional = true, DisplayName = "Authority", DisplayNameSpanish = "Autoridad",
    Description = "For whom it is, as it is to stand in the heading.", DescriptionSpanish = "Para quién es, tal como debe figurar en el encabezado.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "3082 (as left out) or 1033.", DescriptionSpanish = "3082 (si se omite) o 1033.")]
[ResponseProperty("Text", ParameterType.String, DisplayName = "Text", DisplayNameSpanish = "Texto",
    Description = "The case file.", DescriptionSpanish = "El expediente.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad",
    Description = "How many entries it has.", DescriptionSpanish = "Cuántas entradas tiene.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Entries by section, and whether there are more, as JSON.", DescriptionSpanish = "Entradas por sección y si hay más, en JSON.")]
public sealed class ExportCaseFile : CustomApi
{
    private const int MostObligations = 50;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var customerId = call.Input<Guid>("CustomerId");
        var obligationId = call.Input("ObligationId", Guid.Empty);
        var language = LanguageCode.Read(call.Input("Language", (int)Language.Spanish));
        call.DemandReadable(Tables.Customer, customerId);
        if (obligationId != Guid.Empty) call.DemandReadable(Tables.Obligation, obligationId);

        var customer = new ComposeQueries(call.AsSystem).Customer(customerId).ToEntity<Customer>();
        var parties = Obligations(call.AsSystem, customerId, obligationId);
        if (obligationId != Guid.Empty && parties.Count == 0) throw new InvalidPluginExecutionException(ComposeTexts.Write(call.Language, "NotParty"));

        var country = (customer.Country ?? "").Split('-')[0].Trim();
        var clock = CustomerCalendar.Of(customer.TimeZone, country);
        var rows = new CaseFileRows(
            call.AsSystem, customerId, [.. parties.Select(party => party.Key)], obligationId != Guid.Empty, clock, new CustomerFormat(language, country), language);
        var sections = rows.Sections().ToList();
        call.Output("Text", CaseFile.Write(
            language, customer.Name ?? "", call.Input("Authority", ""), obligationId == Guid.Empty ? "" : parties[0].Value, clock.ToLocal(call.Clock.UtcNow), sections));
        call.Output("Count", sections.Sum(section => section.Entries.Count));
        call.Output("Details", "{" + string.Join(",", sections.Select(section => string.Format(
            CultureInfo.InvariantCulture, "\"{0}\":{{\"count\":{1},\"more\":{2}}}", char.ToLowerInvariant(section.Name[0]) + section.Name.Substring(1), section.Entries.Count, section.HasMore ? "true" : "false"))) + "}");
    }

    // ids and numbers of what the customer is party to
    private static List<KeyValuePair<Guid, string>> Obligations(IOrganizationService system, Guid customer, Guid obligation)
    {
        var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = new ColumnSet(ObligationParty.Fields.ObligationId), TopCount = MostObligations };
        query.Criteria.AddCondition(ObligationParty.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.NotNull);
        if (obligation != Guid.Empty) query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.Equal, obligation);
        var link = query.AddLink(Tables.Obligation, ObligationParty.Fields.ObligationId, Obligation.Fields.ObligationId);
        link.EntityAlias = ComposeQueries.ObligationAlias;
        link.Columns = new ColumnSet(Obligation.Fields.Number, Obligation.Fields.Product);
        return
        [
            .. system.RetrieveMultiple(query).Entities.Select(row => new KeyValuePair<Guid, string>(
                row.GetAttributeValue<EntityReference>(ObligationParty.Fields.ObligationId).Id,
                (Linked(row, Obligation.Fields.Product) + " " + Linked(row, Obligation.Fields.Number)).Trim())),
        ];
    }

    private static string Linked(Entity row, string column) => row.GetAttributeValue<AliasedValue>(ComposeQueries.ObligationAlias + "." + column)?.Value as string ?? "";
}
