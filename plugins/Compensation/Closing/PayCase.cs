using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>One worker's pay for one period, ready for the rules.</summary>
internal sealed class PayCase
{
    private PayCase(StatementHeading heading, StatementInput input, CustomerMapping customers, IReadOnlyList<StatementRow> settles)
    {
        Heading = heading;
        Input = input;
        Customers = customers;
        Settles = settles;
    }

    public StatementHeading Heading { get; }

    public StatementInput Input { get; }

    public CustomerMapping Customers { get; }

    /// <summary>Revisions of earlier periods that the statement takes up.</summary>
    public IReadOnlyList<StatementRow> Settles { get; }

    /// <summary>The same with another plan in place of the worker's, and without what belongs to the worker's own: a former plan, a draw, open balances.</summary>
    public StatementInput Under(PayPlan plan) => Input with { Plan = plan, Transition = null, Draw = null, Opening = PayBalance.None, Adjustments = [], Departures = [] };

    /// <exception cref="InvalidPluginExecutionException">The worker is on no plan in force that they have accepted, or a customer was not measured.</exception>
    public static PayCase Of(ClosingFacts facts, Guid worker, Language language)
    {
        var row = facts.Workers.TryGetValue(worker, out var found) ? found : throw PayApi.Refuse(language, "WorkerMissing");
        var name = row.GetAttributeValue<string>(WorkerColumns.Name) ?? "";

        // a change of plan takes effect with the period in which it begins
        var participations = facts.Participations[worker].OrderBy(participation => FactsReader.Day(participation, "crmx_from")).ToList();
        var current = participations.LastOrDefault() ?? throw PayApi.Refuse(language, "NoPlan", name, facts.PeriodCode);
        var planId = FactsReader.IdOf(current, "crmx_planid");
        var planRow = facts.Plans.TryGetValue(planId, out var known) ? known : throw PayApi.Refuse(language, "NoPlan", name, facts.PeriodCode);
        if (planRow.GetAttributeValue<OptionSetValue>("statuscode")?.Value == (int)PlanState.Draft) throw PayApi.Refuse(language, "PlanNotInForce", planRow.GetAttributeValue<string>("crmx_code") ?? "");
        if (!current.Contains("crmx_acceptedon")) throw PayApi.Refuse(language, "NotAccepted", name, planRow.GetAttributeValue<string>("crmx_code") ?? "");

        var plan = PlanMapping.Plan(facts, planId);
        var customers = new CustomerMapping(facts);
        var opening = new OpeningMapping(facts, worker);
        var balance = opening.Balance();
        var unsettled = opening.Unsettled();
        var input = new StatementInput
        {
            Worker = Worker(row, name, participations[0]),
            Period = new PayPeriod(facts.PeriodCode, facts.From, facts.Until),
            Plan = plan,
            Transition = ParticipationMapping.Transition(facts, current),
            Draw = ParticipationMapping.Draw(current),
            Absences = [.. facts.Absences[worker].Select(ParticipationMapping.Absence)],
            Customers = customers.Customers(worker, plan.TransitionDays),
            Surveys = [.. facts.Surveys[worker].Select(survey => DeedMapping.Survey(survey, customers))],
            Recognitions = [.. facts.Recognitions[worker].Select(DeedMapping.Recognition)],
            Achievements = [.. facts.Achievements[worker].Select(DeedMapping.Achievement)],
            GateFacts = [.. facts.GateEvents.Where(group => group.Key == worker || IsMate(facts, group.Key, row)).SelectMany(group => group).Select(DeedMapping.Gate)],
            Departures = customers.Departures(balance.HeldBack.Select(held => held.CustomerId)),
            Opening = balance,
            Adjustments = OpeningMapping.Adjustments(unsettled),
            HasConsented = opening.IsNettingAgreed(unsettled),
        };
        if (customers.Unmeasured.Count > 0) throw PayApi.Refuse(language, "NotMeasured", name, customers.Unmeasured.Count, facts.PeriodCode);
        return new PayCase(Header(facts, worker, row, name, plan, planRow), input, customers, unsettled);
    }

    private static bool IsMate(ClosingFacts facts, Guid other, Entity worker) =>
        facts.Mates.TryGetValue(other, out var mate) && FactsReader.IdOf(mate, WorkerColumns.Manager) == FactsReader.IdOf(worker, WorkerColumns.Manager);

    // days before the first plan are no days of pay
    private static PayWorker Worker(Entity row, string name, Entity first)
    {
        var from = FactsReader.DayOrNone(row, WorkerColumns.From);
        var joined = FactsReader.Day(first, "crmx_from");
        return new PayWorker(PayIds.Text(row.Id), name, from > joined ? from : joined, FactsReader.DayOrNone(row, WorkerColumns.Until), row.GetAttributeValue<string>(WorkerColumns.Country) ?? "");
    }

    private static StatementHeading Header(ClosingFacts facts, Guid worker, Entity row, string name, PayPlan plan, Entity planRow) => new()
    {
        Worker = worker,
        Period = facts.Period,
        User = row.GetAttributeValue<EntityReference>(WorkerColumns.User)?.Id,
        ManagerUser = (row.GetAttributeValue<AliasedValue>("manager." + WorkerColumns.User)?.Value as EntityReference)?.Id,
        WorkerName = name,
        HrId = row.GetAttributeValue<string>(WorkerColumns.HrId) ?? "",
        PeriodCode = facts.PeriodCode,
        From = facts.From.ToString(),
        Until = facts.Until.ToString(),
        Plan = plan.Label,
        Currency = plan.Currency,
        CurrencyId = FactsReader.IdOf(planRow, "crmx_paycurrencyid"),
    };
}
