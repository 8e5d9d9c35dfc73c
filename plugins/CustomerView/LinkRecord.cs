using System;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>Finds out now whose a department's record is: the same work as when it is written, without waiting for it.</summary>
/// <remarks>What others write in the same second is found by the asynchronous step that follows.</remarks>
[CustomApi("crmx_LinkRecord", "prvWritecrmx_SourceLink",
    Workflow = true,
    DisplayName = "Link record",
    DisplayNameSpanish = "Vincular registro",
    Description = "Finds out which customer an account, contact, lead or outside record is, and links it.",
    DescriptionSpanish = "Averigua qué cliente es una cuenta, un contacto, un cliente potencial o un registro externo, y lo vincula.")]
[RequestParameter("Table", ParameterType.String, DisplayName = "Table", DisplayNameSpanish = "Tabla",
    Description = "account, contact, lead or crmx_externalrecord.", DescriptionSpanish = "account, contact, lead o crmx_externalrecord.")]
[RequestParameter("RecordId", ParameterType.String, DisplayName = "Record", DisplayNameSpanish = "Registro",
    Description = "Id of the record.", DescriptionSpanish = "Identificador del registro.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the unified customer; empty where the record is nobody's.", DescriptionSpanish = "Identificador del cliente unificado; vacío si el registro no es de nadie.")]
[ResponseProperty("Score", ParameterType.Decimal, DisplayName = "Score", DisplayNameSpanish = "Puntuación",
    Description = "How sure it is, 0 to 1; 0 where it stands alone.", DescriptionSpanish = "Qué tan seguro es, de 0 a 1; 0 si está solo.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Why, in words.", DescriptionSpanish = "Por qué, en palabras.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The contribution of each field, as JSON.", DescriptionSpanish = "La contribución de cada campo, en JSON.")]
public sealed class LinkRecord : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var table = call.Input<string>("Table").Trim();
        if (!RecordColumns.IsLinked(table)) throw Refuse(language, "WrongTable", table, string.Join(", ", RecordColumns.LinkedTables));
        if (!Guid.TryParse(call.Input<string>("RecordId"), out var record)) throw Refuse(language, "WrongRecord", call.Input<string>("RecordId"));

        call.DemandReadable(table, record);
        var outcome = LinkingConfiguration.Of(call) is { } configuration
            ? new Linker(call, configuration).Link(new Arrival(table, record, call.CallerId) { Again = true })
            : null;
        call.Output("CustomerId", outcome?.Customer ?? Guid.Empty);
        call.Output("Score", outcome?.Score ?? 0m);
        call.Output("Explanation", outcome is null ? LinkingTexts.Write(language, "Off") : OutcomeText.Write(outcome, language));
        call.Output("Details", outcome is null ? "{}" : OutcomeDetails.Write(outcome, language));
    }

    private static InvalidPluginExecutionException Refuse(Language language, string text, params object[] facts) => new(LinkingTexts.Write(language, text, facts));
}
