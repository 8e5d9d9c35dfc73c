using System;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.PlanParticipation.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A worker accepts a plan, with the own user, before it begins. For somebody without a user the manager records it. What was accepted is not changed any more.
/// </summary>
[CustomApi("crmx_AcceptPlan", "prvReadcrmx_PlanParticipation",
    Workflow = true,
    DisplayName = "Accept plan",
    DisplayNameSpanish = "Aceptar plan",
    Description = "Records that a worker accepts the plan; only by the worker's own user, and before it begins.",
    DescriptionSpanish = "Registra que un trabajador acepta el plan; solo con su propio usuario y antes de que empiece.")]
[RequestParameter("ParticipationId", ParameterType.Guid, DisplayName = "Participation", DisplayNameSpanish = "Participación",
    Description = "Id of the participation (crmx_planparticipation).", DescriptionSpanish = "Id de la participación (crmx_planparticipation).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was accepted.", DescriptionSpanish = "Qué se aceptó.")]
public sealed class AcceptPlan : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var id = call.Input<Guid>("ParticipationId");
        call.DemandReadable(Tables.PlanParticipation, id);

        var participation = ParticipationRow.Find(call.AsSystem, id)!;
        DemandHand(call, participation, language);
        if (participation.AcceptedOn is { } before)
        {
            call.Output("Explanation", PlanTexts.Write(language, "AcceptedBefore", Shared.CalendarDate.Of(before)));
            return;
        }

        var plan = PlanRow.Find(call.AsSystem, participation.PlanId) ?? throw Refuse(language, "PlanNeeded");
        if (plan.State == PlanState.Draft) throw Refuse(language, "AcceptDraft");
        if (plan.State == PlanState.Closed) throw Refuse(language, "AcceptClosed");

        // by the clock of the worker's country: there it may be the evening before
        if (participation.From <= HouseDay.Today(call, participation.Country)) throw Refuse(language, "AcceptLate", participation.From);

        PlanLife.Begin(call);
        call.AsSystem.Update(new Entity(Tables.PlanParticipation, id)
        {
            [Fields.AcceptedOn] = call.Clock.UtcNow,
            [Fields.AcceptedById] = new EntityReference(Tables.SystemUser, call.CallerId),
        });
        call.Output("Explanation", PlanTexts.Write(language, "Accepted", participation.Worker, plan.Title(language), participation.From));
    }

    private static void DemandHand(ApiCall call, ParticipationRow participation, Language language)
    {
        if (participation.UserId == call.CallerId) return;
        if (participation.UserId is not null) throw Refuse(language, "AcceptOwn", participation.Worker);
        if (participation.ManagerUserId is null) throw Refuse(language, "AcceptByNobody", participation.Worker);
        if (participation.ManagerUserId != call.CallerId) throw Refuse(language, "AcceptByManager", participation.Worker, participation.Manager);
    }

    private static InvalidPluginExecutionException Refuse(Language language, string name, params object[] facts) => new(PlanTexts.Write(language, name, facts));
}
