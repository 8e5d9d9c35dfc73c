using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>A customer asked to be forgotten: what no law obliges us to keep is erased, and no feed brings it back. Carried out in the background.</summary>
[CustomApi("crmx_ForgetCustomer", "prvCreatecrmx_Suppression",
    Workflow = true,
    DisplayName = "Forget customer",
    DisplayNameSpanish = "Olvidar cliente",
    Description = "Erases what law does not oblige us to keep about a customer, audit history, notes and words included, and lists what is erased, kept and why. It can not be undone.",
    DescriptionSpanish = "Borra lo que la ley no obliga a conservar de un cliente, incluidos historial de auditoría, notas y palabras, y enumera lo borrado, lo conservado y el porqué. No puede deshacerse.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "How and when the customer asked, without personal data.", DescriptionSpanish = "Cómo y cuándo lo pidió el cliente, sin datos personales.")]
[RequestParameter("DryRun", ParameterType.Boolean, Optional = true, DisplayName = "Dry run", DisplayNameSpanish = "Simulación",
    Description = "Only list what would be erased and kept.", DescriptionSpanish = "Solo enumerar lo que se borraría y se conservaría.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's own if left out.", DescriptionSpanish = "1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("OperationId", ParameterType.Guid, DisplayName = "Operation", DisplayNameSpanish = "Operación",
    Description = "Id of the operation (crmx_identityoperation); empty for a dry run.", DescriptionSpanish = "Id de la operación (crmx_identityoperation); vacío en una simulación.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What is erased, kept and why.", DescriptionSpanish = "Qué se borra, qué se conserva y por qué.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The same, as JSON.", DescriptionSpanish = "Lo mismo, en JSON.")]
public sealed class ForgetCustomer : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var named = call.Input<Guid>("CustomerId");
        var reason = call.Input<string>("Reason");
        var language = OperationApi.LanguageOf(call);
        call.DemandReadable(Tables.Customer, named);
        var customerId = CustomerIdentity.Resolve(call.AsSystem, named);
        if (customerId != named) call.DemandReadable(Tables.Customer, customerId);

        var customer = CustomerIdentity.Find(call.AsSystem, customerId, Customer.Fields.Country) ?? throw new InvalidPluginExecutionException(ErasureTexts.Write(language, "Unknown"));
        if (CustomerIdentity.IsForgotten(customer)) throw new InvalidPluginExecutionException(ErasureTexts.Write(language, "ForgottenAlready"));

        var country = customer.GetAttributeValue<string>(Customer.Fields.Country) ?? call.Settings.Text("crmx_DefaultCountry");
        var report = ErasureReport.Of(Counts(call.AsSystem, customerId), RetentionLaw.Of(country), language);
        var isDryRun = call.Input("DryRun", false);
        call.Output("OperationId", isDryRun ? Guid.Empty : OperationApi.Ask(call, OperationRequest.Forget(customerId, reason)));
        call.Output("Explanation", report.Text(language, ErasureTexts.Write(language, isDryRun ? "WouldForget" : "Forgetting")));
        call.Output("Details", report.Json());
    }

    private static Dictionary<string, int> Counts(IOrganizationService system, Guid customer) => ErasurePlan.Rules
        .GroupBy(rule => rule.Code)
        .ToDictionary(rules => rules.Key, rules => rules.Sum(rule => ErasureQuery.CountOf(system, rule, customer)), StringComparer.Ordinal);
}
