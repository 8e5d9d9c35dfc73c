using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Compensation.Value;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Reads what a close rests on. A row that is wrong is told and left out; the rest is paid.</summary>
internal sealed class CloseFiles
{
    private readonly CloseOptions options;
    private readonly IReadOnlyDictionary<string, PayPlan> plans;
    private readonly Dictionary<string, WorkerFacts> workers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PayCustomer> customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CustomerDeparture>> departures = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A file lacks a column.</exception>
    public CloseFiles(CloseOptions options, IReadOnlyDictionary<string, PayPlan> plans)
    {
        this.options = options;
        this.plans = plans;
        ReadWorkers();

        // the large files, on two cores
        var others = Task.Run(() => (Spans: ReadSpans(), Surveys: ReadSurveys()));
        ReadCustomers();
        var (spans, surveys) = others.GetAwaiter().GetResult();
        Join(spans);
        Keep(surveys, Add, "worker");
        ReadFacts();
    }

    public List<string> Findings { get; } = [];

    public int LeftOut { get; private set; }

    /// <summary>In order of their ids.</summary>
    public IReadOnlyList<WorkerFacts> Workers => [.. workers.Values.OrderBy(facts => facts.Worker.Id, StringComparer.Ordinal)];

    public int Customers => customers.Count;

    /// <summary>Those whose departure the worker's held-back pay waits for.</summary>
    public IReadOnlyList<CustomerDeparture> Departures(WorkerFacts facts) => facts.HeldBack.Count == 0 || departures.Count == 0
        ? []
        : [.. facts.HeldBack.Select(held => held.CustomerId).Distinct(StringComparer.Ordinal).SelectMany(id => departures.TryGetValue(id, out var left) ? left : [])];

    private void ReadWorkers() => Each(options.Workers, ["worker", "plan"], row =>
    {
        var worker = new PayWorker(row.Key("worker"), row.Text("name"), row.DayOrNone("from"), row.DayOrNone("until"), row.Text("country"));
        var plan = Plan(row, "plan");
        var former = row.Text("former_plan").Length > 0 ? Plan(row, "former_plan") : null;
        var draw = row.Money("draw", 0);
        return new WorkerFacts(worker, plan!)
        {
            Transition = former is null ? null : new PlanTransition(former, row.Share("former_share")),
            Draw = draw > 0 ? new PayDraw(draw, row.YesNo("draw_recoverable"), row.Day("draw_until")) : null,
            HasConsented = row.YesNo("consented"),
        };
    }, facts => workers.TryAdd(facts.Worker.Id, facts) ? null : $"the worker {facts.Worker.Id} stands twice.", "worker");

    private PayPlan? Plan(CsvRows row, string column)
    {
        var name = row.Key(column);
        if (plans.TryGetValue(name, out var plan)) return plan;
        row.Spoil(column, $"there is no plan '{name}'.");
        return null;
    }

    private void ReadCustomers() => Each(options.Customers, ["customer", "segment", "value_at_start", "value", "expected", "attainable"], row => new PayCustomer
    {
        Id = row.Key("customer"),
        Name = row.Text("name"),
        Segment = row.Word<ValueSegment>("segment"),
        ValueAtStart = row.Number("value_at_start"),
        Value = row.Number("value"),
        Expected = row.Number("expected"),
        Attainable = row.Number("attainable"),
        Spans = new List<CreditSpan>(1),
        NeutralActs = NoActs,
    }, customer => customers.TryAdd(customer.Id, customer) ? null : $"the customer {customer.Id} stands twice.", "customer");

    private static readonly IReadOnlyList<NeutralAct> NoActs = [];

    private ParsedFile<KeyValuePair<string, CreditSpan>> ReadSpans() => Parse(options.Assignments, ["customer", "worker", "from"], row =>
    {
        var span = new CreditSpan(
            row.Key("worker"), row.Share("share", 1), row.Day("from"), row.DayOrNone("until"),
            row.Text("taken_over_from") is { Length: > 0 } former ? former : null, row.NumberOrNone("value_at_takeover"));
        if (span.Until < span.From) row.Spoil("until", $"'{span.Until}' lies before the first day, {span.From}.");
        return new KeyValuePair<string, CreditSpan>(row.Key("customer"), span);
    });

    // what the customer was worth is not known yet
    private ParsedFile<KeyValuePair<string, SurveyScore>>? ReadSurveys() => options.Surveys is not { } path ? null : Parse(path, ["worker", "customer", "score", "on", "reference"], row =>
        new KeyValuePair<string, SurveyScore>(row.Key("worker"), new SurveyScore(row.Key("customer"), 0, row.Number("score"), row.Day("on"), row.Key("reference"))));

    private string? Add(KeyValuePair<string, SurveyScore> answer)
    {
        if (!workers.TryGetValue(answer.Key, out var facts)) return $"there is no worker '{answer.Key}'.";
        facts.Surveys.Add(customers.TryGetValue(answer.Value.CustomerId, out var known) ? answer.Value with { CustomerValue = known.ValueAtStart } : answer.Value);
        return null;
    }

    private void Join(ParsedFile<KeyValuePair<string, CreditSpan>> spans)
    {
        var name = Path.GetFileName(options.Customers);
        Keep(spans, span =>
        {
            if (!customers.TryGetValue(span.Key, out var customer)) return $"there is no customer '{span.Key}' in {name}.";
            ((List<CreditSpan>)customer.Spans).Add(span.Value);
            return null;
        }, "customer");

        // customer by customer, whatever the order of the rows: who is named twice for one has that one once
        foreach (var customer in customers.Values)
        {
            foreach (var span in customer.Spans)
            {
                Credit(span.WorkerId, customer);
                if (span.TakenOverFrom is { } former) Credit(former, customer);
            }
        }
    }

    private void Credit(string worker, PayCustomer customer)
    {
        if (workers.TryGetValue(worker, out var facts) && !(facts.Customers.Count > 0 && ReferenceEquals(facts.Customers[^1], customer))) facts.Customers.Add(customer);
    }

    private void ReadFacts()
    {
        OfWorker(options.Absences, ["worker", "kind", "from", "until"], row =>
        {
            var absence = new PayAbsence(row.Word<PayAbsenceKind>("kind"), row.Day("from"), row.Day("until"), row.Share("share", 1));
            if (absence.Until < absence.From) row.Spoil("until", $"'{absence.Until}' lies before the first day, {absence.From}.");
            return absence;
        }, facts => facts.Absences);
        OfWorker(options.Recognitions, ["worker", "customer", "id", "on", "verified"], row => new RecognitionFact(row.Key("id"), row.Key("customer"), row.Day("on"), row.Word<RecognitionVerifier>("verified"), row.YesNo("refuted"), !row.Has("activity") || row.Text("activity").Length > 0), facts => facts.Recognitions);
        OfWorker(options.Achievements, ["worker", "metric", "measured"], row => new PayAchievement(row.Word<PayMetric>("metric"), row.Number("measured"), row.Text("evidence")), facts => facts.Achievements);
        OfWorker(options.GateFacts, ["worker", "measure", "on", "evidence"], row => new GateFact(row.Word<GateMeasure>("measure"), row.Key("worker"), row.Text("customer"), row.Day("on"), row.Key("evidence")), facts => facts.GateFacts);
        OfWorker(options.Adjustments, ["worker", "amount", "reason", "reverses"], row => new PayAdjustment(row.Text("component"), row.Text("customer"), row.Money("amount"), row.Key("reason"), row.Text("evidence"), row.Key("reverses")), facts => facts.Adjustments);
        Each(options.Acts, ["customer", "kind", "on"], row => new KeyValuePair<string, NeutralAct>(row.Key("customer"), new NeutralAct(row.Key("kind"), row.Day("on"), row.NumberOrNone("amount"), row.Text("evidence"))), Add, "customer");
        Each(options.Departures, ["customer", "on"], row => new CustomerDeparture(row.Key("customer"), row.Day("on"), row.YesNo("neutral"), row.Text("evidence")), left =>
        {
            if (!departures.TryGetValue(left.CustomerId, out var all)) departures[left.CustomerId] = all = [];
            all.Add(left);
            return null;
        }, "customer");
        Each(options.Opening, ["worker", "kind", "amount"], row => new { Worker = row.Key("worker"), Held = Held(row), Kind = Enum.TryParse<BalanceKind>(row.Text("kind"), ignoreCase: true, out var kind) ? kind : default }, balance =>
        {
            if (!workers.TryGetValue(balance.Worker, out var facts)) return $"there is no worker '{balance.Worker}'.";
            if (balance.Kind == BalanceKind.HeldBack) facts.HeldBack.Add(balance.Held);
            else if (balance.Kind == BalanceKind.Draw) facts.DrawBalance += balance.Held.Amount;
            else facts.ClawbackCarried += balance.Held.Amount;
            return null;
        }, "worker");
    }

    // only what is held back has a day
    private static HeldBack Held(CsvRows row) => new(
        row.Text("component"), row.Text("customer"), row.Money("amount"), row.Word<BalanceKind>("kind") == BalanceKind.HeldBack ? row.Day("vests_on") : default, row.Text("evidence"));

    private string? Add(KeyValuePair<string, NeutralAct> act)
    {
        if (!customers.TryGetValue(act.Key, out var customer)) return $"there is no customer '{act.Key}'.";
        if (ReferenceEquals(customer.NeutralActs, NoActs))
        {
            var changed = customer with { NeutralActs = new List<NeutralAct>() };
            customers[act.Key] = changed;
            foreach (var worker in customer.Spans.SelectMany(span => new[] { span.WorkerId, span.TakenOverFrom }).Distinct(StringComparer.Ordinal))
            {
                if (worker is null || !workers.TryGetValue(worker, out var facts)) continue;
                for (var index = 0; index < facts.Customers.Count; index++)
                {
                    if (ReferenceEquals(facts.Customers[index], customer)) facts.Customers[index] = changed;
                }
            }

            customer = changed;
        }

        ((List<NeutralAct>)customer.NeutralActs).Add(act.Value);
        return null;
    }

    private void OfWorker<T>(string? path, string[] needed, Func<CsvRows, T> make, Func<WorkerFacts, List<T>> list) =>
        Each(path, needed, row => new KeyValuePair<string, T>(row.Key("worker"), make(row)), fact =>
        {
            if (!workers.TryGetValue(fact.Key, out var facts)) return $"there is no worker '{fact.Key}'.";
            list(facts).Add(fact.Value);
            return null;
        }, "worker");

    private void Each<T>(string? path, string[] needed, Func<CsvRows, T> make, Func<T, string?> keep, string column)
    {
        if (path is not null) Keep(Parse(path, needed, make), keep, column);
    }

    private static ParsedFile<T> Parse<T>(string path, string[] needed, Func<CsvRows, T> make)
    {
        using var file = new CsvRows(path, needed);
        return new ParsedFile<T>(file, [.. file.Read(row => new ParsedRow<T>(make(row), row.Line))]);
    }

    // a row that is right by itself may still be about somebody who is not there
    private void Keep<T>(ParsedFile<T>? file, Func<T, string?> keep, string column)
    {
        if (file is null) return;
        foreach (var row in file.Rows)
        {
            if (keep(row.Value) is { } why) file.Source.LeaveOut(row.Line, column, why);
        }

        Findings.AddRange(file.Source.Findings);
        LeftOut += file.Source.LeftOut;
    }

    private sealed record ParsedFile<T>(CsvRows Source, List<ParsedRow<T>> Rows);

    private readonly record struct ParsedRow<T>(T Value, int Line);
}

/// <summary>What a row of the opening balances is.</summary>
internal enum BalanceKind
{
    HeldBack,
    Draw,
    Clawback,
}
