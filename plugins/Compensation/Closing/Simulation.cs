using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Runs a plan over past periods for everybody on its job, beside what they earned: by their statements where there are any, else by the same rules with
/// the plan they were on. Held-back pay, draws and what was carried are left out on both sides: the plans are compared, not the balances.
/// </summary>
internal sealed class Simulation
{
    /// <summary>Statements of one simulation: it runs while somebody waits.</summary>
    private const int Most = 400;
    private const int WorkersOfPage = 25;
    private const decimal Up = 1.1m;
    private const decimal Down = 0.9m;

    private readonly ApiCall call;
    private readonly Language language;

    public Simulation(ApiCall call, Language language)
    {
        this.call = call;
        this.language = language;
    }

    /// <exception cref="InvalidPluginExecutionException">A period does not exist, nobody was on a plan of the job, or there are too many.</exception>
    public SimulationFile Run(Guid planId, IReadOnlyList<string> codes)
    {
        var facts = new ClosingFacts();
        new PlanReader(call.AsSystem).Fill(facts, [planId]);
        var job = FactsReader.IdOf(facts.Plans[planId], "crmx_jobid");
        var plan = PlanMapping.Plan(facts, planId);
        var periods = codes.Select(Period).ToList();
        var members = periods.ToDictionary(period => period, period => Workers(period, job));
        var count = members.Values.Sum(workers => workers.Count);
        if (count == 0) throw PayApi.Refuse(language, "NobodyToSimulate");
        if (count > Most) throw PayApi.Refuse(language, "TooManyToSimulate", count, Most);

        var people = new SortedDictionary<string, SimulatedPerson>(StringComparer.Ordinal);
        foreach (var period in periods)
        {
            for (var start = 0; start < members[period].Count; start += WorkersOfPage) Add(people, plan, period, members[period].Skip(start).Take(WorkersOfPage).ToList());
        }

        return File(plan, codes, people.Values);
    }

    private void Add(SortedDictionary<string, SimulatedPerson> people, PayPlan plan, Guid period, IReadOnlyList<Guid> workers)
    {
        var facts = new FactsReader(call.AsSystem).Read(period, workers);
        foreach (var worker in workers)
        {
            var one = PayCase.Of(facts, worker, language);
            var supposed = one.Under(plan);
            if (!people.TryGetValue(one.Heading.HrId, out var person)) people[one.Heading.HrId] = person = new SimulatedPerson(worker, one.Heading.HrId, one.Heading.WorkerName);
            person.Earned += Earned(facts, one);
            person.Simulated += StatementCalculation.Calculate(supposed).Gross;
            person.Up += StatementCalculation.Calculate(Suppositions.Scale(supposed, Up)).Gross;
            person.Down += StatementCalculation.Calculate(Suppositions.Scale(supposed, Down)).Gross;
        }
    }

    private static decimal Earned(ClosingFacts facts, PayCase one)
    {
        var stated = facts.RevisionsOf(one.Heading.Worker).All.Where(statement => StatementStates.Counts(statement.State)).ToList();
        return stated.Count > 0 ? stated.Sum(statement => statement.Gross) : StatementCalculation.Calculate(one.Input).Gross;
    }

    private Guid Period(string code)
    {
        var query = new QueryExpression(PayTables.Period) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(PeriodColumns.Code, ConditionOperator.Equal, code);
        return call.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id ?? throw PayApi.Refuse(language, "UnknownPeriod", code);
    }

    // those who were then on a plan of the same job
    private IReadOnlyList<Guid> Workers(Guid period, Guid job)
    {
        var row = call.AsSystem.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.From, PeriodColumns.Until));
        var query = new QueryExpression(PayTables.Participation) { ColumnSet = new ColumnSet("crmx_workerid") };
        ClosingMembers.Meets(query, FactsReader.Day(row, PeriodColumns.From), FactsReader.Day(row, PeriodColumns.Until));
        query.AddLink(PayTables.Plan, "crmx_planid", "crmx_compensationplanid").LinkCriteria.AddCondition("crmx_jobid", ConditionOperator.Equal, job);
        return RowReader.All(call.AsSystem, query).Select(participation => FactsReader.IdOf(participation, "crmx_workerid")).Distinct().OrderBy(id => id).ToList();
    }

    private static SimulationFile File(PayPlan plan, IReadOnlyList<string> codes, ICollection<SimulatedPerson> people) => new()
    {
        Plan = plan.Label,
        Currency = plan.Currency,
        Periods = [.. codes],
        Cost = StatementJson.Amount(people.Sum(person => person.Simulated)),
        Earned = StatementJson.Amount(people.Sum(person => person.Earned)),
        Up = StatementJson.Amount(people.Sum(person => person.Up)),
        Down = StatementJson.Amount(people.Sum(person => person.Down)),
        Winners = people.Count(person => person.Simulated > person.Earned),
        Losers = people.Count(person => person.Simulated < person.Earned),
        People = [.. people.Select(person => person.Written())],
    };

    private sealed class SimulatedPerson(Guid worker, string hrId, string name)
    {
        public decimal Earned { get; set; }

        public decimal Simulated { get; set; }

        public decimal Up { get; set; }

        public decimal Down { get; set; }

        public SimulatedPay Written() => new()
        {
            WorkerId = PayIds.Text(worker),
            HrId = hrId,
            Name = name,
            Earned = StatementJson.Amount(Earned),
            Simulated = StatementJson.Amount(Simulated),
            Difference = StatementJson.Amount(Simulated - Earned),
        };
    }
}
