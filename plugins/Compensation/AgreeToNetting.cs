using System;
using System.Globalization;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A worker agrees, with the own user, that what a statement carries is netted against later variable pay. Many countries let nothing be netted without; and
/// for each case anew, so it is said of one statement, never for good. HR records it for somebody without a user, who has signed on paper.
/// </summary>
[CustomApi("crmx_AgreeToNetting", "prvReadcrmx_CompensationStatement",
    Workflow = true,
    DisplayName = "Agree to netting",
    DisplayNameSpanish = "Aceptar el descuento",
    Description = "Records that the worker agrees that what this statement carries is netted against later variable pay, within the country's limit.",
    DescriptionSpanish = "Registra que el trabajador acepta que lo que esta liquidación traslada se descuente de remuneración variable posterior, dentro del límite del país.")]
[RequestParameter("StatementId", ParameterType.Guid, DisplayName = "Statement", DisplayNameSpanish = "Liquidación",
    Description = "Id of the statement (crmx_compensationstatement).", DescriptionSpanish = "Id de la liquidación (crmx_compensationstatement).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was agreed to.", DescriptionSpanish = "Qué se aceptó.")]
public sealed class AgreeToNetting : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var statement = PayApi.Shown(call, call.Input<Guid>("StatementId"), language);
        DemandHand(call, statement, language);
        if (statement.Carried <= 0) throw PayApi.Refuse(language, "NothingCarried", statement.Name);
        if (!statement.IsNettingAgreed)
        {
            call.Remember(ClosingMarks.Agreement, true);
            call.AsSystem.Update(new Entity(PayTables.Statement, statement.Id) { [StatementColumns.NettingAgreedOn] = call.Clock.UtcNow });
        }

        call.Output("Explanation", ClosingTexts.Write(language, "NettingAgreed", statement.Carried.ToString("N2", CultureInfo.InvariantCulture)));
    }

    private static void DemandHand(ApiCall call, StatementRow statement, Language language)
    {
        var user = PayRights.UserOf(call.AsSystem, statement.Worker);
        if (user == call.CallerId) return;
        if (user is not null) throw PayApi.Refuse(language, "OnlyOwnAgreement");
        if (!call.Holds(call.CallerId, PayRights.Calculate)) throw PayApi.Refuse(language, "AgreementByHr");
    }
}
