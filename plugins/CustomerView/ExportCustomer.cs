using System;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView;

/// <summary>Everything we hold about a customer, and what for, as the customer may ask. Nothing is written.</summary>
[CustomApi("crmx_ExportCustomer", "prvReadcrmx_CustomerFact",
    Workflow = true,
    DisplayName = "Export customer",
    DisplayNameSpanish = "Exportar cliente",
    Description = "Everything held about a customer and what for, as far as the caller may read it: records of all departments, facts, consents, contacts, decisions, and who saw what.",
    DescriptionSpanish = "Todo lo que se guarda de un cliente y para qué, hasta donde quien llama pueda leerlo: registros de todos los departamentos, datos, consentimientos, contactos, decisiones y quién vio qué.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's own if left out.", DescriptionSpanish = "1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Text", ParameterType.String, DisplayName = "Text", DisplayNameSpanish = "Texto",
    Description = "The export, to be read.", DescriptionSpanish = "La exportación, para leer.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad",
    Description = "How many rows it has.", DescriptionSpanish = "Cuántos registros tiene.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The same, as JSON.", DescriptionSpanish = "Lo mismo, en JSON.")]
public sealed class ExportCustomer : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var named = call.Input<Guid>("CustomerId");
        var language = OperationApi.LanguageOf(call);
        call.DemandReadable(Tables.Customer, named);
        var customerId = CustomerIdentity.Resolve(call.AsSystem, named);
        if (customerId != named) call.DemandReadable(Tables.Customer, customerId);

        var name = CustomerIdentity.Find(call.AsSystem, customerId)?.GetAttributeValue<string>(Customer.Fields.Name) ?? "";
        var rows = new ExportRows(call, language);
        var file = new ExportFile();
        file.Sections.AddRange(ExportSection.All.Select(section => rows.Read(section, customerId)));
        call.Output("Text", file.Text(language, ErasureTexts.Write(language, "ExportOf", name, call.Clock.UtcNow.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
        call.Output("Count", file.Count);
        call.Output("Details", file.Json());
    }
}
