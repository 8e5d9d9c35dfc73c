using System;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Service.Goodwill;

namespace Crm.Extensions.Service;

/// <summary>
/// Somebody above the worker who asked says yes or no to what was beyond that worker's limit. A yes is judged by the decider's own limit and drawn from
/// the decider's own pool.
/// </summary>
[CustomApi("crmx_DecideGoodwill", "prvWritecrmx_GoodwillGrant",
    Workflow = true,
    DisplayName = "Decide goodwill",
    DisplayNameSpanish = "Decidir atención",
    Description = "Says yes or no to a request for goodwill that was beyond the limit of who asked. It counts against the decider's own limit.",
    DescriptionSpanish = "Dice sí o no a una solicitud de atención que superaba el límite de quien la pidió. Cuenta contra el límite de quien decide.")]
[RequestParameter("GrantId", ParameterType.Guid, DisplayName = "Grant", DisplayNameSpanish = "Atención",
    Description = "Id of the request (crmx_goodwillgrant).", DescriptionSpanish = "Id de la solicitud (crmx_goodwillgrant).")]
[RequestParameter("Approve", ParameterType.Boolean, DisplayName = "Approve", DisplayNameSpanish = "Aprobar",
    Description = "Yes or no.", DescriptionSpanish = "Sí o no.")]
[RequestParameter("Reason", ParameterType.String, Optional = true, DisplayName = "Reason", DisplayNameSpanish = "Motivo",
    Description = "Why; needed for a no.", DescriptionSpanish = "Por qué; necesario para un no.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Granted", ParameterType.Boolean, DisplayName = "Granted", DisplayNameSpanish = "Concedida",
    Description = "Whether it is granted now.", DescriptionSpanish = "Si queda concedida.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was decided, and what is left.", DescriptionSpanish = "Qué se decidió y qué queda.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The same, as JSON.", DescriptionSpanish = "Lo mismo, en JSON.")]
public sealed class DecideGoodwill : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var desk = new GoodwillDesk(call, language);
        var id = call.Input<Guid>("GrantId");
        call.DemandReadable(Model.Tables.GoodwillGrant, id);

        var answer = new GoodwillDeciding(call, desk).Decide(id, call.Input<bool>("Approve"), call.Input("Reason", "").Trim());
        call.Output("Granted", answer.Granted);
        call.Output("Explanation", answer.Explanation);
        call.Output("Details", answer.Details.Write());
    }
}
