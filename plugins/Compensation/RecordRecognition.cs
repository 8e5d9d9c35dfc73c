using System;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.Recognition.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Compensation;

/// <summary>Somebody greeted a customer by name, or treated him as he likes: written down by himself or by a lead, whatever the job.</summary>
/// <remarks>What must hold is judged by <see cref="KeepRecognition"/>, for forms as well. The same worker, activity and kind once more is the same recognition.</remarks>
[CustomApi("crmx_RecordRecognition", "prvCreatecrmx_Recognition",
    Workflow = true,
    DisplayName = "Record recognition",
    DisplayNameSpanish = "Registrar reconocimiento",
    Description = "Writes down that a worker greeted a customer by name or treated the customer as they like. It counts for pay as far as customers and checks bear it out.",
    DescriptionSpanish = "Registra que una persona del equipo saludó a un cliente por su nombre o lo trató como le gusta. Cuenta para la remuneración en la medida en que los clientes y las revisiones lo confirman.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Kind", ParameterType.String, DisplayName = "Kind", DisplayNameSpanish = "Clase",
    Description = "byname or preference.", DescriptionSpanish = "byname (por su nombre) o preference (como le gusta).")]
[RequestParameter("WorkerId", ParameterType.Guid, Optional = true, DisplayName = "Worker", DisplayNameSpanish = "Persona",
    Description = "Who recognised the customer, if it reports to the caller; the caller if left out.", DescriptionSpanish = "Quién reconoció al cliente, si depende de quien llama; quien llama si se omite.")]
[RequestParameter("ActivityTable", ParameterType.String, Optional = true, DisplayName = "Activity table", DisplayNameSpanish = "Tabla de la actividad",
    Description = "phonecall, email, letter, appointment, crmx_message or incident. Without an activity it does not count for pay.",
    DescriptionSpanish = "phonecall, email, letter, appointment, crmx_message o incident. Sin actividad no cuenta para la remuneración.")]
[RequestParameter("ActivityId", ParameterType.Guid, Optional = true, DisplayName = "Activity", DisplayNameSpanish = "Actividad",
    Description = "Id of the activity in which they met.", DescriptionSpanish = "Id de la actividad en que se encontraron.")]
[RequestParameter("On", ParameterType.DateTime, Optional = true, DisplayName = "On", DisplayNameSpanish = "Cuándo",
    Description = "When; now if left out.", DescriptionSpanish = "Cuándo; ahora si se omite.")]
[RequestParameter("Note", ParameterType.String, Optional = true, DisplayName = "Note", DisplayNameSpanish = "Nota",
    Description = "What was done.", DescriptionSpanish = "Qué se hizo.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("RecognitionId", ParameterType.Guid, DisplayName = "Recognition", DisplayNameSpanish = "Reconocimiento",
    Description = "Id of the recognition (crmx_recognition).", DescriptionSpanish = "Id del reconocimiento (crmx_recognition).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was written down.", DescriptionSpanish = "Qué se registró.")]
public sealed class RecordRecognition : CustomApi
{
    private const int MostNote = 2000;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        InvalidPluginExecutionException Refuse(string text, params object[] facts) => new(RecognitionTexts.Write(language, text, facts));
        var word = call.Input<string>("Kind");
        if (!Words.TryRead<RecognitionKind>(word, out var kind)) throw Refuse("UnknownWord", word.Shortened(50), "Kind", string.Join(", ", Words.All<RecognitionKind>()));

        var note = call.Input("Note", "");
        if (note.Length > MostNote) throw Refuse("TooLong", "Note", MostNote);

        var named = call.Input<Guid>("CustomerId");
        call.DemandReadable(Tables.Customer, named);
        var customer = CustomerIdentity.Resolve(call.AsSystem, named);
        if (customer != named) call.DemandReadable(Tables.Customer, customer);
        var person = CustomerIdentity.Find(call.AsSystem, customer)!;
        if (CustomerIdentity.IsForgotten(person)) throw Refuse("CustomerForgotten");
        if (call.Has("WorkerId")) call.DemandReadable(Tables.Worker, call.Input<Guid>("WorkerId"));

        var rows = new RecognitionRows(call.AsSystem);
        var worker = (call.Has("WorkerId") ? rows.Worker(call.Input<Guid>("WorkerId")) : rows.OfUser(call.CallerId)) ?? throw Refuse("NoWorker");
        var activity = call.Has("ActivityId") ? call.Input<Guid>("ActivityId").ToString("D") : "";
        var same = activity.Length > 0 ? rows.Same(worker.Id, activity, kind) : null;
        call.Output("RecognitionId", same?.Id ?? call.AsCaller.Create(Row(call, worker, customer, kind, activity, note)));
        call.Output("Explanation", RecognitionTexts.Write(
            language,
            same is not null ? "Before" : activity.Length > 0 ? "Recorded" : "RecordedWithout",
            worker.Name,
            person.GetAttributeValue<string>(Model.Customer.Fields.Name) ?? ""));
    }

    private static Entity Row(ApiCall call, RecognitionWorker worker, Guid customer, RecognitionKind kind, string activity, string note)
    {
        var row = new Entity(Tables.Recognition)
        {
            [Fields.WorkerId] = new EntityReference(Tables.Worker, worker.Id),
            [Fields.CustomerId] = new EntityReference(Tables.Customer, customer),
            [Fields.Kind] = Choice.Of(kind),
            [Fields.On] = call.Input("On", call.Clock.UtcNow),
        };
        if (note.Length > 0) row[Fields.Note] = note;
        if (activity.Length > 0)
        {
            row[Fields.ActivityId] = activity;
            row[Fields.ActivityTable] = call.Input("ActivityTable", "");
        }

        return row;
    }
}
