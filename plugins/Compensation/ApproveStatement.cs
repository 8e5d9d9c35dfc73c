using System;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>Takes a statement one step on: HR shows it, the manager approves it, then HR. Who may take which step is judged where the state is written.</summary>
[CustomApi("crmx_ApproveStatement", "prvReadcrmx_CompensationStatement",
    Workflow = true,
    DisplayName = "Approve statement",
    DisplayNameSpanish = "Aprobar liquidación",
    Description = "Takes a statement one step on: calculated, shown, approved by the manager, approved by HR. Nobody approves their own, and nobody approves twice.",
    DescriptionSpanish = "Avanza una liquidación un paso: calculada, mostrada, aprobada por el jefe, aprobada por Recursos Humanos. Nadie aprueba la propia ni aprueba dos veces.")]
[RequestParameter("StatementId", ParameterType.Guid, DisplayName = "Statement", DisplayNameSpanish = "Liquidación",
    Description = "Id of the statement (crmx_compensationstatement).", DescriptionSpanish = "Id de la liquidación (crmx_compensationstatement).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("State", ParameterType.String, DisplayName = "State", DisplayNameSpanish = "Estado",
    Description = "The state it has now: Shown, ApprovedByManager or ApprovedByHr.", DescriptionSpanish = "El estado que tiene ahora: Shown, ApprovedByManager o ApprovedByHr.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happened, and what comes next.", DescriptionSpanish = "Qué sucedió y qué sigue.")]
public sealed class ApproveStatement : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var statement = PayApi.Statement(call, call.Input<Guid>("StatementId"), language);
        CompensationMode.DemandEnforced(call, language);
        if (statement.State == StatementState.Disputed) throw PayApi.Refuse(language, "AnswerFirst");
        if (StatementTransition.Next(statement.State) is not { } next) throw PayApi.Refuse(language, "NothingToApprove", ClosingTexts.State(language, statement.State));

        var header = new Entity(PayTables.Statement, statement.Id);
        StatementWrites.SetState(header, next);
        call.AsSystem.Update(header);
        call.Output("State", next.ToString());
        call.Output("Explanation", ClosingTexts.Write(language, "Approved", statement.Name, ClosingTexts.State(language, next)));
    }
}
