using System;
using System.Linq;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>HR answers a dispute. What the answer grants comes as a line of the worker's next revision; taking the answer back brings everything to where it was.</summary>
[CustomApi("crmx_AnswerDispute", PayRights.Answer,
    Workflow = true,
    DisplayName = "Answer dispute",
    DisplayNameSpanish = "Responder reclamo",
    Description = "Answers a worker's dispute. What is granted becomes a line of the next revision. Undecided takes an answer back.",
    DescriptionSpanish = "Responde el reclamo de un trabajador. Lo concedido pasa a ser una línea de la siguiente revisión. Undecided retira la respuesta.")]
[RequestParameter("DisputeId", ParameterType.Guid, DisplayName = "Dispute", DisplayNameSpanish = "Reclamo",
    Description = "Id of the dispute (crmx_paydispute).", DescriptionSpanish = "Id del reclamo (crmx_paydispute).")]
[RequestParameter("Outcome", ParameterType.String, DisplayName = "Outcome", DisplayNameSpanish = "Resultado",
    Description = "upheld, partlyupheld, rejected or undecided.", DescriptionSpanish = "upheld, partlyupheld, rejected o undecided.")]
[RequestParameter("Answer", ParameterType.String, DisplayName = "Answer", DisplayNameSpanish = "Respuesta",
    Description = "The reason, for the worker.", DescriptionSpanish = "El motivo, para quien reclamó.")]
[RequestParameter("Amount", ParameterType.Decimal, Optional = true, DisplayName = "Amount", DisplayNameSpanish = "Importe",
    Description = "What the line is changed by, in the statement's currency; with upheld and partlyupheld only.",
    DescriptionSpanish = "En cuánto cambia la línea, en la moneda de la liquidación; solo con upheld y partlyupheld.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("AdjustingLineId", ParameterType.Guid, DisplayName = "Adjusting line", DisplayNameSpanish = "Línea de ajuste",
    Description = "Id of the line that brings the answer; empty where nothing is adjusted.", DescriptionSpanish = "Id de la línea que trae la respuesta; vacío si no se ajusta nada.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What happens now.", DescriptionSpanish = "Qué sucede ahora.")]
public sealed class AnswerDispute : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = PayApi.LanguageOf(call);
        var id = call.Input<Guid>("DisputeId");
        call.DemandReadable(PayTables.Dispute, id);
        CompensationMode.DemandEnforced(call, language);
        var outcome = DisputeOutcomes.Read(call.Input<string>("Outcome")) ?? throw PayApi.Refuse(language, "UnknownOutcome", call.Input<string>("Outcome"));
        var answer = call.Input<string>("Answer");
        if (string.IsNullOrWhiteSpace(answer)) throw PayApi.Refuse(language, "WhichReason");

        var amount = Granted(call, outcome, language);
        var dispute = call.AsSystem.Retrieve(PayTables.Dispute, id, new ColumnSet(DisputeColumns.Line, DisputeColumns.Statement));
        var line = DisputedLine.Find(call.AsSystem, dispute.GetAttributeValue<EntityReference>(DisputeColumns.Line)?.Id ?? Guid.Empty) ?? throw PayApi.Refuse(language, "WhichLine");
        if (line.User == call.CallerId) throw PayApi.Refuse(language, "OwnStatement");

        call.Remember(ClosingMarks.Dispute, true);
        var adjusting = new DisputeAnswer(call.AsSystem, new StatementOwners(call)).Adjust(id, line, amount, answer);
        Write(call, id, outcome, answer, adjusting);
        Move(call, line.StatementId, outcome);
        call.Output("AdjustingLineId", adjusting ?? Guid.Empty);
        call.Output("Explanation", adjusting is null ? ClosingTexts.Write(language, "AnsweredWithout") : ClosingTexts.Write(language, "AnsweredWith", StatementJson.Amount(amount)));
    }

    private static decimal Granted(ApiCall call, DisputeOutcome outcome, Language language)
    {
        var amount = call.Input("Amount", 0m);
        if (DisputeOutcomes.Pays(outcome) != (amount != 0)) throw PayApi.Refuse(language, DisputeOutcomes.Pays(outcome) ? "HowMuch" : "NothingGranted");
        return decimal.Round(amount, 2) == amount ? amount : throw PayApi.Refuse(language, "WholeCents");
    }

    private static void Write(ApiCall call, Guid id, DisputeOutcome outcome, string answer, Guid? adjusting)
    {
        var isOpen = outcome == DisputeOutcome.Undecided;
        call.AsSystem.Update(new Entity(PayTables.Dispute, id)
        {
            [DisputeColumns.Outcome] = new OptionSetValue(PayTables.FirstOption + (int)outcome),
            [DisputeColumns.Answer] = answer,
            [DisputeColumns.AdjustingLine] = adjusting is { } line ? new EntityReference(PayTables.Line, line) : null,
            [DisputeColumns.AnsweredBy] = isOpen ? null : new EntityReference(Model.Tables.SystemUser, call.CallerId),
            ["statecode"] = new OptionSetValue(isOpen ? 0 : 1),
            ["statuscode"] = new OptionSetValue(isOpen ? DisputeColumns.Open : DisputeColumns.Answered),
        });
    }

    // the statement waits while one of its lines does
    private static void Move(ApiCall call, Guid statement, DisputeOutcome outcome)
    {
        var state = StatementRow.Find(call.AsSystem, statement)?.State;
        var waits = outcome == DisputeOutcome.Undecided || Disputes.Of(call.AsSystem, DisputeColumns.Statement, statement).Any(Disputes.IsOpen);
        StatementState? next = state switch
        {
            StatementState.Disputed when !waits => StatementState.Shown,
            StatementState.Shown or StatementState.ApprovedByManager when waits => StatementState.Disputed,
            _ => null,
        };
        if (next is not { } to) return;

        var header = new Entity(PayTables.Statement, statement);
        StatementWrites.SetState(header, to);
        call.AsSystem.Update(header);
    }
}
