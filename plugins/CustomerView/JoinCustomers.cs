using System;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>Two customers are one person or organisation: the older's id stays, the other answers to it. Carried out in the background.</summary>
[CustomApi("crmx_JoinCustomers", "prvCreatecrmx_IdentityOperation",
    Workflow = true,
    DisplayName = "Join customers",
    DisplayNameSpanish = "Unir clientes",
    Description = "Makes two customers one. The older one's id stays; everything of the other follows in the background, and can be undone.",
    DescriptionSpanish = "Convierte dos clientes en uno. Se conserva el identificador del más antiguo; todo lo del otro lo sigue en segundo plano, y puede deshacerse.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of one of the two (crmx_customer).", DescriptionSpanish = "Id de uno de los dos (crmx_customer).")]
[RequestParameter("OtherId", ParameterType.Guid, DisplayName = "Other customer", DisplayNameSpanish = "Otro cliente",
    Description = "Id of the other (crmx_customer).", DescriptionSpanish = "Id del otro (crmx_customer).")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "Why they are one.", DescriptionSpanish = "Por qué son uno solo.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("OperationId", ParameterType.Guid, DisplayName = "Operation", DisplayNameSpanish = "Operación",
    Description = "Id of the operation (crmx_identityoperation).", DescriptionSpanish = "Id de la operación (crmx_identityoperation).")]
[ResponseProperty("SurvivorId", ParameterType.Guid, DisplayName = "Survivor", DisplayNameSpanish = "Cliente resultante",
    Description = "Id of the customer that remains.", DescriptionSpanish = "Id del cliente que permanece.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class JoinCustomers : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var customerId = call.Input<Guid>("CustomerId");
        var otherId = call.Input<Guid>("OtherId");
        var reason = call.Input<string>("Reason");
        call.DemandReadable(Tables.Customer, customerId);
        call.DemandReadable(Tables.Customer, otherId);

        var language = OperationApi.LanguageOf(call);
        var one = Answering(call, customerId, language);
        var other = Answering(call, otherId, language);
        if (one.Id == other.Id) throw new InvalidPluginExecutionException(OperationTexts.Write(language, "SameCustomer"));

        var survivor = CustomerIdentity.IsOlder(one, other) ? one : other;
        var merged = ReferenceEquals(survivor, one) ? other : one;
        call.Output("OperationId", OperationApi.Ask(call, OperationRequest.Join(merged.Id, survivor.Id, reason)));
        call.Output("SurvivorId", survivor.Id);
        call.Output("Explanation", OperationTexts.Write(language, "Joining", Name(one), Name(other), survivor.Id));
    }

    // a merged id answers as its survivor, whom the caller must be able to see as well
    private static Entity Answering(ApiCall call, Guid id, Language language)
    {
        var resolved = CustomerIdentity.Resolve(call.AsSystem, id);
        if (resolved != id) call.DemandReadable(Tables.Customer, resolved);
        var row = CustomerIdentity.Find(call.AsSystem, resolved) ?? throw new InvalidPluginExecutionException(OperationTexts.Write(language, "CustomerMissing"));
        return CustomerIdentity.IsForgotten(row) ? throw new InvalidPluginExecutionException(OperationTexts.Write(language, "CustomerForgotten")) : row;
    }

    private static string Name(Entity customer) => customer.GetAttributeValue<string>(Customer.Fields.Name) ?? "";
}
