using System;
using System.ServiceModel;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Recognition.Fields;
using SurveyFields = Crm.Extensions.Model.SurveyResponse.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Compensation;

/// <summary>
/// The customer's word, or a check of one that chance has drawn, says whether a recognition was so. By somebody who neither made nor wrote it; said once.
/// </summary>
[CustomApi("crmx_VerifyRecognition", "prvWritecrmx_Recognition",
    Workflow = true,
    DisplayName = "Verify recognition",
    DisplayNameSpanish = "Verificar reconocimiento",
    Description = "Says by the customer's own word, or by a check of one that chance has drawn, whether a recognition was so.",
    DescriptionSpanish = "Dice, por la palabra del cliente o por la revisión de uno elegido al azar, si un reconocimiento fue cierto.")]
[RequestParameter("RecognitionId", ParameterType.Guid, DisplayName = "Recognition", DisplayNameSpanish = "Reconocimiento",
    Description = "Id of the recognition (crmx_recognition).", DescriptionSpanish = "Id del reconocimiento (crmx_recognition).")]
[RequestParameter("By", ParameterType.String, DisplayName = "By", DisplayNameSpanish = "Según",
    Description = "customer or sample.", DescriptionSpanish = "customer (cliente) o sample (revisión).")]
[RequestParameter("Confirmed", ParameterType.Boolean, DisplayName = "Confirmed", DisplayNameSpanish = "Confirmado",
    Description = "Whether it was so.", DescriptionSpanish = "Si fue así.")]
[RequestParameter("SurveyResponseId", ParameterType.Guid, Optional = true, DisplayName = "Survey response", DisplayNameSpanish = "Respuesta de encuesta",
    Description = "The customer's answer that says so (crmx_surveyresponse); needed for the customer's word.",
    DescriptionSpanish = "La respuesta del cliente que lo dice (crmx_surveyresponse); necesaria para la palabra del cliente.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What follows.", DescriptionSpanish = "Lo que sigue.")]
public sealed class VerifyRecognition : CustomApi
{
    private const int MostNote = 2000;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        InvalidPluginExecutionException Refuse(string text, params object[] facts) => new(RecognitionTexts.Write(language, text, facts));
        var word = call.Input<string>("By");
        if (!Words.TryRead<RecognitionVerifier>(word, out var by) || by == RecognitionVerifier.None) throw Refuse("UnknownWord", word.Shortened(50), "By", "customer, sample");

        var id = call.Input<Guid>("RecognitionId");
        call.DemandReadable(Tables.Recognition, id);
        var row = call.AsSystem.Retrieve(Tables.Recognition, id, new ColumnSet(
            Fields.WorkerId, Fields.CustomerId, Fields.RecordedById, Fields.Sampled, Fields.VerifiedOn, Fields.Note));
        if (row.GetAttributeValue<DateTime?>(Fields.VerifiedOn) is { } on) throw Refuse("AlreadyVerified", CalendarDate.Of(on));

        var worker = new RecognitionRows(call.AsSystem).Worker(row.GetAttributeValue<EntityReference>(Fields.WorkerId).Id);
        if (worker?.User == call.CallerId || row.GetAttributeValue<EntityReference>(Fields.RecordedById)?.Id == call.CallerId) throw Refuse("NotOneself");
        if (by == RecognitionVerifier.Sample && row.GetAttributeValue<bool?>(Fields.Sampled) != true) throw Refuse("NotDrawn");

        var verified = new Entity(Tables.Recognition, id)
        {
            [Fields.VerifiedBy] = Choice.Of(by),
            [Fields.VerifiedById] = new EntityReference(Tables.SystemUser, call.CallerId),
            [Fields.VerifiedOn] = call.Clock.UtcNow,
            [Fields.Refuted] = !call.Input<bool>("Confirmed"),
            RowVersion = row.RowVersion,
        };
        if (by == RecognitionVerifier.Customer)
        {
            // the evidence stays with what it proves
            var evidence = RecognitionTexts.Write(language, "Evidence", Survey(call, row, Refuse).ToString("D"));
            verified[Fields.Note] = ((row.GetAttributeValue<string>(Fields.Note) is { Length: > 0 } note ? note + "\n" : "") + evidence).Shortened(MostNote);
        }

        Write(call, verified, Refuse);
        call.Output("Explanation", RecognitionTexts.Write(language, call.Input<bool>("Confirmed") ? "Confirmed" : "Refuted"));
    }

    private static Guid Survey(ApiCall call, Entity row, Func<string, object[], InvalidPluginExecutionException> refuse)
    {
        if (!call.Has("SurveyResponseId")) throw refuse("NoSurvey", []);

        var id = call.Input<Guid>("SurveyResponseId");
        call.DemandReadable(Tables.SurveyResponse, id);
        var of = call.AsSystem.Retrieve(Tables.SurveyResponse, id, new ColumnSet(SurveyFields.CustomerId)).GetAttributeValue<EntityReference>(SurveyFields.CustomerId)?.Id ?? Guid.Empty;
        var customer = row.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id ?? Guid.Empty;
        var same = of == customer || CustomerIdentity.Resolve(call.AsSystem, of) == CustomerIdentity.Resolve(call.AsSystem, customer);
        return same ? id : throw refuse("WrongSurvey", []);
    }

    private static void Write(ApiCall call, Entity verified, Func<string, object[], InvalidPluginExecutionException> refuse)
    {
        // known before the fault: after it the transaction may answer nothing more
        var later = refuse("AlreadyVerified", [CalendarDate.Of(call.Clock.UtcNow)]);
        call.Remember(KeepRecognition.Mark, true);
        try
        {
            call.AsSystem.Execute(new UpdateRequest { Target = verified, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsVersionMismatch(fault))
        {
            call.Trace(ExceptionText.Write(fault));
            throw later;
        }
    }
}
