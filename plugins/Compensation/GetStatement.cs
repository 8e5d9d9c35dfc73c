using System;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A statement for who may see it: three sentences, every line by customer, and the customers who matter now. Amounts are secured in the tables; who may
/// see the statement's row (the worker, the manager it is shared with, HR) sees them here.
/// </summary>
/// <remarks>Four requests when the settings are known: the row as the caller, the statement, names, disputes.</remarks>
[CustomApi("crmx_GetStatement", "prvReadcrmx_CompensationStatement",
    Workflow = true,
    DisplayName = "Get statement",
    DisplayNameSpanish = "Obtener liquidación",
    Description = "A statement in three sentences, with every line by customer. For the worker, the worker's manager and HR.",
    DescriptionSpanish = "Una liquidación en tres frases, con cada línea por cliente. Para el trabajador, su jefe y Recursos Humanos.")]
[RequestParameter("StatementId", ParameterType.Guid, DisplayName = "Statement", DisplayNameSpanish = "Liquidación",
    Description = "Id of the statement (crmx_compensationstatement).", DescriptionSpanish = "Id de la liquidación (crmx_compensationstatement).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's own if left out.", DescriptionSpanish = "1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Three sentences.", DescriptionSpanish = "Tres frases.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The statement as JSON.", DescriptionSpanish = "La liquidación en JSON.")]
public sealed class GetStatement : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var statement = PayApi.Shown(call, call.Input<Guid>("StatementId"), language);

        var view = new StatementReading(call.AsSystem, language).Read(statement);
        call.Output("Explanation", string.Join(" ", view.Sentences));
        call.Output("Details", StatementJson.Write(view));
    }
}
