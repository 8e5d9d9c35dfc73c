using System;
using System.Linq;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Gives a customer to another manager, with a note of what that manager should know. The former assignment ends the day before; the customer is told who looks after
/// him now (<see cref="TellHandover"/>).
/// </summary>
[CustomApi("crmx_HandOverCustomer", "prvCreatecrmx_CreditAssignment",
    Workflow = true,
    DisplayName = "Hand over customer",
    DisplayNameSpanish = "Traspasar cliente",
    Description = "Gives a customer to another manager from a day on, with a note; the customer is told who looks after him now.",
    DescriptionSpanish = "Pasa un cliente a otro gerente desde un día, con una nota; se avisa al cliente quién lo atiende ahora.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("WorkerId", ParameterType.Guid, DisplayName = "Worker", DisplayNameSpanish = "Trabajador",
    Description = "Id of the manager who takes him over (crmx_worker).", DescriptionSpanish = "Id del gerente que lo recibe (crmx_worker).")]
[RequestParameter("From", ParameterType.DateTime, DisplayName = "From", DisplayNameSpanish = "Desde",
    Description = "The first day.", DescriptionSpanish = "El primer día.")]
[RequestParameter("Note", ParameterType.String, DisplayName = "Note", DisplayNameSpanish = "Nota",
    Description = "What whoever takes the customer over should know of him.", DescriptionSpanish = "Lo que debe saber del cliente quien lo recibe.")]
[RequestParameter("Share", ParameterType.Decimal, Optional = true, DisplayName = "Share", DisplayNameSpanish = "Participación",
    Description = "Percent of the credit; as the former manager had if left out.", DescriptionSpanish = "Porcentaje del mérito; el del gerente anterior si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("AssignmentId", ParameterType.Guid, DisplayName = "Assignment", DisplayNameSpanish = "Asignación",
    Description = "Id of the assignment (crmx_creditassignment).", DescriptionSpanish = "Id de la asignación (crmx_creditassignment).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Who looks after whom from when on.", DescriptionSpanish = "Quién atiende a quién y desde cuándo.")]
public sealed class HandOverCustomer : CustomApi
{
    private const int ShortestNote = 10;
    private const int LongestNote = 2000;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var customer = call.Input<Guid>("CustomerId");
        var worker = call.Input<Guid>("WorkerId");
        var from = CalendarDate.Of(call.Input<DateTime>("From"));
        var note = call.Input<string>("Note").Trim();
        call.DemandReadable(Tables.Customer, customer);
        call.DemandReadable(Tables.Worker, worker);
        if (note.Count(char.IsLetterOrDigit) < ShortestNote) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "NoteNeeded", ShortestNote));
        if (note.Length > LongestNote) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "NoteTooLong", note.Length, LongestNote));

        var row = call.AsSystem.Retrieve(Tables.Customer, customer, new ColumnSet(Customer.Fields.Name, Customer.Fields.MergedIntoId));
        if (row.Contains(Customer.Fields.MergedIntoId)) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "CustomerMerged"));

        var name = row.GetAttributeValue<string>(Customer.Fields.Name) ?? "";
        var result = new Handover(call, language).Make(customer, name, worker, from, note, call.Has("Share") ? call.Input<decimal>("Share") : null);
        call.Output("AssignmentId", result.AssignmentId);
        call.Output("Explanation", Explain(call, result, name, from, language));
    }

    private static string Explain(ApiCall call, HandoverResult result, string customer, CalendarDate from, Language language)
    {
        if (!result.IsNew) return PortfolioTexts.Write(language, "AlreadyHis", result.Worker.Name, customer);

        var said = PortfolioTexts.Write(language, "HandedOver", from, result.Worker.Name, customer);
        if (result.Former is { } former) said += " " + PortfolioTexts.Write(language, "TakenOver", former.WorkerName);
        return said + " " + PortfolioTexts.Write(language, TellHandover.IsOn(call) ? "WillTell" : "WontTell");
    }
}
