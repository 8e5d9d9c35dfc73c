using System;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Goodwill;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Incident.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service;

/// <summary>
/// Who speaks with the customer puts things right, at once and without asking, up to what the job may spend for such a customer; beyond it goes to
/// somebody who can say yes. What was wrongly taken is given back without a limit.
/// </summary>
/// <remarks>
/// Never over a hard limit, also when a hundred ask in the same second: see <see cref="GoodwillBook"/>. Eleven requests for a case when the minute's
/// settings are known. What it costs is finance's to book (crmx_customertransaction): a grant is a promise to pay, not the payment.
/// </remarks>
[CustomApi("crmx_GrantGoodwill", "prvCreatecrmx_GoodwillGrant",
    Workflow = true,
    DisplayName = "Grant goodwill",
    DisplayNameSpanish = "Otorgar atención",
    Description = "Grants money to put things right, at once within the job's limit for such a customer; beyond it the request goes to somebody who can say yes. Redress gives back what was wrongly taken, without a limit.",
    DescriptionSpanish = "Concede dinero para reparar un error, de inmediato dentro del límite del puesto para ese cliente; por encima pasa a quien puede decir que sí. La reparación devuelve lo cobrado por error, sin límite.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("CaseId", ParameterType.Guid, Optional = true, DisplayName = "Case", DisplayNameSpanish = "Caso",
    Description = "Id of the customer's case (incident); without one the limit is the customer's day.", DescriptionSpanish = "Id del caso del cliente (incident); sin él, el límite es por cliente y día.")]
[RequestParameter("Amount", ParameterType.Decimal, DisplayName = "Amount", DisplayNameSpanish = "Importe",
    Description = "More than 0, in whole cents.", DescriptionSpanish = "Mayor que 0, con dos decimales como máximo.")]
[RequestParameter("Currency", ParameterType.String, Optional = true, DisplayName = "Currency", DisplayNameSpanish = "Moneda",
    Description = "ISO 4217, for example USD; that of the limit (of redress: of what was taken) if left out.",
    DescriptionSpanish = "ISO 4217, por ejemplo USD; la del límite (en la reparación, la de lo cobrado) si se omite.")]
[RequestParameter("Reason", ParameterType.String, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "What went wrong, in a few words.", DescriptionSpanish = "Qué salió mal, en pocas palabras.")]
[RequestParameter("Kind", ParameterType.String, DisplayName = "Kind", DisplayNameSpanish = "Clase",
    Description = "goodwill or redress.", DescriptionSpanish = "goodwill (atención) o redress (reparación).")]
[RequestParameter("Taken", ParameterType.String, Optional = true, DisplayName = "Entry taken", DisplayNameSpanish = "Cargo por devolver",
    Description = "Of redress: the reference of the entry that was wrongly taken; else the entries of the case.",
    DescriptionSpanish = "En la reparación: la referencia del cargo indebido; si se omite, los cargos del caso.")]
[RequestParameter("WorkerId", ParameterType.Guid, Optional = true, DisplayName = "Worker", DisplayNameSpanish = "Persona",
    Description = "On behalf of a worker without a user who reports to the caller; the caller's own if left out.",
    DescriptionSpanish = "En nombre de una persona sin usuario que depende de quien llama; la propia si se omite.")]
[RequestParameter("Request", ParameterType.String, Optional = true, DisplayName = "Request", DisplayNameSpanish = "Solicitud",
    Description = "A key of the caller's: the same once more grants nothing more.", DescriptionSpanish = "Una clave de quien llama: repetirla no concede nada más.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("GrantId", ParameterType.Guid, DisplayName = "Grant", DisplayNameSpanish = "Atención",
    Description = "Id of the grant (crmx_goodwillgrant).", DescriptionSpanish = "Id de la atención (crmx_goodwillgrant).")]
[ResponseProperty("Granted", ParameterType.Boolean, DisplayName = "Granted", DisplayNameSpanish = "Concedida",
    Description = "Whether it is granted; if not, somebody has been asked who can say yes.", DescriptionSpanish = "Si está concedida; si no, se ha preguntado a quien puede decir que sí.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was granted, what is left, who was asked.", DescriptionSpanish = "Qué se concedió, qué queda, a quién se preguntó.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The same, as JSON.", DescriptionSpanish = "Lo mismo, en JSON.")]
public sealed class GrantGoodwill : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var desk = new GoodwillDesk(call, language);
        var request = GoodwillRequest.Read(call, desk);
        var place = PlaceOf(call, desk);
        var worker = WorkerOf(call, desk);

        var answer = request.Kind == GoodwillKind.Redress
            ? new RedressGranting(call, desk).Grant(request, worker, place)
            : new GoodwillGranting(call, desk).Grant(request, worker, place);
        call.Output("GrantId", answer.GrantId);
        call.Output("Granted", answer.Granted);
        call.Output("Explanation", answer.Explanation);
        call.Output("Details", answer.Details.Write());
    }

    private static GoodwillPlace PlaceOf(ApiCall call, GoodwillDesk desk)
    {
        var named = call.Input<Guid>("CustomerId");
        call.DemandReadable(Tables.Customer, named);
        var customer = GoodwillCustomer.Read(call.AsSystem, named);
        if (customer.Id != named) call.DemandReadable(Tables.Customer, customer.Id);
        if (customer.IsForgotten) throw desk.Refuse("CustomerForgotten");
        if (!call.Has("CaseId")) return new GoodwillPlace(customer, null, desk.Today);

        var id = call.Input<Guid>("CaseId");
        call.DemandReadable(Tables.Incident, id);
        var of = call.AsSystem.Retrieve(Tables.Incident, id, new ColumnSet(Fields.crmx_CustomerId)).GetAttributeValue<EntityReference>(Fields.crmx_CustomerId);
        // a case that is linked to nobody yet may be anybody's
        return of is null || customer.Ids.Contains(of.Id) ? new GoodwillPlace(customer, id, desk.Today) : throw desk.Refuse("CaseOfAnother");
    }

    private static GoodwillWorker WorkerOf(ApiCall call, GoodwillDesk desk)
    {
        if (!call.Has("WorkerId")) return desk.Caller();

        var id = call.Input<Guid>("WorkerId");
        call.DemandReadable(Tables.Worker, id);
        var worker = desk.Employed(desk.Find(id)!);
        if (worker.User == call.CallerId) return worker;
        if (worker.User is not null) throw desk.Refuse("HasUser", worker.Name);

        var lead = desk.Caller();
        return desk.Above(worker).Any(above => above.Id == lead.Id) ? worker : throw desk.Refuse("NotYourWorker", worker.Name);
    }
}
