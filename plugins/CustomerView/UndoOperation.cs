using System;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>Takes a join or a split back, done or half done. What somebody has changed since stays. Carried out in the background.</summary>
[CustomApi("crmx_UndoOperation", "prvCreatecrmx_IdentityOperation",
    Workflow = true,
    DisplayName = "Undo operation",
    DisplayNameSpanish = "Deshacer operación",
    Description = "Takes a join or a split of customers back, also one that was interrupted. What was changed since stays and is listed on the undoing operation.",
    DescriptionSpanish = "Deshace una unión o una separación de clientes, también si quedó a medias. Lo que se cambió después se conserva y figura en la operación que deshace.")]
[RequestParameter("OperationId", ParameterType.Guid, DisplayName = "Operation", DisplayNameSpanish = "Operación",
    Description = "Id of the operation to undo (crmx_identityoperation).", DescriptionSpanish = "Id de la operación que se deshace (crmx_identityoperation).")]
[RequestParameter("Reason", ParameterType.String, Optional = true, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "Why it is undone.", DescriptionSpanish = "Por qué se deshace.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("UndoingId", ParameterType.Guid, DisplayName = "Operation", DisplayNameSpanish = "Operación",
    Description = "Id of the operation that undoes the other.", DescriptionSpanish = "Id de la operación que deshace la otra.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class UndoOperation : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var operationId = call.Input<Guid>("OperationId");
        var language = OperationApi.LanguageOf(call);
        call.DemandReadable(OperationColumns.Table, operationId);

        var store = new OperationStore(call.AsSystem);
        var operation = store.Find(operationId) ?? throw new InvalidPluginExecutionException(OperationTexts.Write(language, "OperationMissing"));
        if (UndoRule.WhyNot(operation, store) is { } why) throw new InvalidPluginExecutionException(OperationTexts.Write(language, why));

        foreach (var customer in new[] { operation.From, operation.To })
        {
            if (customer != Guid.Empty) call.DemandReadable(Tables.Customer, customer);
        }

        call.Output("UndoingId", OperationApi.Ask(call, OperationRequest.Undo(operation.Row, call.Input("Reason", ""))));
        call.Output("Explanation", OperationTexts.Write(language, "Undoing"));
    }
}
