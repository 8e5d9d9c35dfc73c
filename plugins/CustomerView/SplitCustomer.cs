using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView;

/// <summary>Linked records of a customer are somebody else: they leave, and no import brings them back. Carried out in the background.</summary>
[CustomApi("crmx_SplitCustomer", "prvCreatecrmx_IdentityOperation",
    Workflow = true,
    DisplayName = "Split customer",
    DisplayNameSpanish = "Separar cliente",
    Description = "Linked records that are somebody else leave a customer: back to the one they came from, or to a new one. What was heard through them goes along. Can be undone.",
    DescriptionSpanish = "Los registros vinculados que son de otra persona salen del cliente: vuelven al que pertenecían o pasan a uno nuevo, con lo que se supo por ellos. Puede deshacerse.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Links", ParameterType.String, DisplayName = "Linked records", DisplayNameSpanish = "Registros vinculados",
    Description = "Ids of the links that leave (crmx_sourcelink), separated by commas.", DescriptionSpanish = "Ids de los vínculos que salen (crmx_sourcelink), separados por comas.")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "Why they are somebody else.", DescriptionSpanish = "Por qué son otra persona.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("OperationId", ParameterType.Guid, DisplayName = "Operation", DisplayNameSpanish = "Operación",
    Description = "Id of the operation (crmx_identityoperation).", DescriptionSpanish = "Id de la operación (crmx_identityoperation).")]
[ResponseProperty("NewCustomerId", ParameterType.Guid, DisplayName = "New customer", DisplayNameSpanish = "Cliente nuevo",
    Description = "Id of the customer they go to.", DescriptionSpanish = "Id del cliente al que pasan.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class SplitCustomer : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var named = call.Input<Guid>("CustomerId");
        var language = OperationApi.LanguageOf(call);
        var links = Read(call.Input<string>("Links"), language);
        var reason = call.Input<string>("Reason");
        call.DemandReadable(Tables.Customer, named);
        var customerId = CustomerIdentity.Resolve(call.AsSystem, named);
        if (customerId != named) call.DemandReadable(Tables.Customer, customerId);

        var customer = CustomerIdentity.Find(call.AsSystem, customerId) ?? throw Refuse(language, "CustomerMissing");
        if (CustomerIdentity.IsForgotten(customer)) throw Refuse(language, "CustomerForgotten");

        var own = LinksOf(call.AsSystem, customerId);
        var leaving = links.Where(own.Contains).ToList();
        if (leaving.Count == 0) throw Refuse(language, "NoLinks");
        if (leaving.Count == own.Count) throw Refuse(language, "AllLinks");

        // the id is given, so that it can be said now where a new customer will be
        var request = OperationRequest.Split(customerId, leaving, reason, id: Guid.NewGuid());
        var store = new OperationStore(call.AsSystem);
        var target = SplitTarget.Of(store, new Operation(request), customerId, leaving, id => CustomerIdentity.Find(call.AsSystem, id) is { } row ? CustomerIdentity.MergedInto(row) : null);
        var name = target.IsNew ? OperationTexts.Write(language, "ANewCustomer") : Name(CustomerIdentity.Find(call.AsSystem, target.Customer));
        call.Output("OperationId", OperationApi.Ask(call, request));
        call.Output("NewCustomerId", target.Customer);
        call.Output("Explanation", OperationTexts.Write(language, "Splitting", leaving.Count, Name(customer), name));
    }

    private static List<Guid> Read(string text, Language language)
    {
        var links = new List<Guid>();
        foreach (var part in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (!Guid.TryParse(part, out var link)) throw Refuse(language, "WrongLinks", part.Length <= 100 ? part : part.Substring(0, 100));
            if (!links.Contains(link)) links.Add(link);
        }

        return links;
    }

    private static HashSet<Guid> LinksOf(IOrganizationService system, Guid customer)
    {
        var query = new QueryExpression(IdentityTables.SourceLink) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(IdentityTables.Customer, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(OperationColumns.State, ConditionOperator.Equal, OperationColumns.Active);
        return new HashSet<Guid>(system.RetrieveMultiple(query).Entities.Select(row => row.Id));
    }

    private static string Name(Entity? customer) => customer?.GetAttributeValue<string>(Customer.Fields.Name) ?? "";

    private static InvalidPluginExecutionException Refuse(Language language, string text, params object[] facts) => new(OperationTexts.Write(language, text, facts));
}
