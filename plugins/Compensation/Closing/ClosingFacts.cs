using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>The rows that the statements of some workers for one period rest on, as they were read; days inclusive.</summary>
internal sealed class ClosingFacts
{
    public Guid Period { get; set; }

    public string PeriodCode { get; set; } = "";

    public CalendarDate From { get; set; }

    public CalendarDate Until { get; set; }

    public IReadOnlyDictionary<Guid, Entity> Workers { get; set; } = new Dictionary<Guid, Entity>();

    /// <summary>Who shares a manager with them; read only where a gate judges the team.</summary>
    public IReadOnlyDictionary<Guid, Entity> Mates { get; set; } = new Dictionary<Guid, Entity>();

    /// <summary>By worker.</summary>
    public ILookup<Guid, Entity> Participations { get; set; } = None();

    public IReadOnlyDictionary<Guid, Entity> Plans { get; set; } = new Dictionary<Guid, Entity>();

    /// <summary>By plan.</summary>
    public ILookup<Guid, Entity> Components { get; set; } = None();

    /// <summary>By component.</summary>
    public ILookup<Guid, Entity> Tiers { get; set; } = None();

    /// <summary>By plan.</summary>
    public ILookup<Guid, Entity> Gates { get; set; } = None();

    /// <summary>By worker.</summary>
    public ILookup<Guid, Entity> Absences { get; set; } = None();

    /// <summary>By customer: everybody's, so that shares and handovers are seen from both sides.</summary>
    public ILookup<Guid, Entity> Assignments { get; set; } = None();

    /// <summary>By worker: the customers they answered for, or whose credit they still share.</summary>
    public ILookup<Guid, Guid> CustomersOf { get; set; } = NoIds();

    public IReadOnlyDictionary<Guid, Entity> Customers { get; set; } = new Dictionary<Guid, Entity>();

    /// <summary>By customer, oldest first.</summary>
    public ILookup<Guid, Entity> Snapshots { get; set; } = None();

    /// <summary>By worker.</summary>
    public ILookup<Guid, Entity> Surveys { get; set; } = None();

    /// <summary>By worker, those included that nobody has confirmed.</summary>
    public ILookup<Guid, Entity> Recognitions { get; set; } = None();

    /// <summary>By worker.</summary>
    public ILookup<Guid, Entity> Achievements { get; set; } = None();

    /// <summary>By customer.</summary>
    public ILookup<Guid, CompanyActFact> Acts { get; set; } = Enumerable.Empty<CompanyActFact>().ToLookup(act => act.Customer);

    /// <summary>By worker: breaches that reached a customer, complaints past due and complaints found unlogged.</summary>
    public ILookup<Guid, GateEvent> GateEvents { get; set; } = Enumerable.Empty<GateEvent>().ToLookup(fact => fact.Worker);

    /// <summary>By worker: statements of this period and of those around it.</summary>
    public ILookup<Guid, StatementRow> Statements { get; set; } = Enumerable.Empty<StatementRow>().ToLookup(row => row.Worker);

    /// <summary>The first day of each period that a statement is of.</summary>
    public IReadOnlyDictionary<Guid, CalendarDate> PeriodStarts { get; set; } = new Dictionary<Guid, CalendarDate>();

    /// <summary>By statement.</summary>
    public IReadOnlyDictionary<Guid, List<StatementLine>> Lines { get; set; } = new Dictionary<Guid, List<StatementLine>>();

    /// <summary>Lines that wait for the answer to a dispute.</summary>
    public ISet<Guid> Frozen { get; set; } = new HashSet<Guid>();

    /// <summary>ISO code by transaction currency.</summary>
    public IReadOnlyDictionary<Guid, string> Currencies { get; set; } = new Dictionary<Guid, string>();

    /// <summary>The worker's statements of the period itself, with their lines.</summary>
    public Revisions RevisionsOf(Guid worker) => new(Statements[worker].Where(statement => statement.Period == Period), Lines);

    private static ILookup<Guid, Entity> None() => Enumerable.Empty<Entity>().ToLookup(row => row.Id);

    private static ILookup<Guid, Guid> NoIds() => Enumerable.Empty<Guid>().ToLookup(id => id);
}

/// <summary>Something that the company itself did to a customer, or that befell him: value lost by it is nobody's fault.</summary>
internal sealed class CompanyActFact
{
    public Guid Customer { get; set; }

    /// <summary>limitcut, block, regulatoryexit, death or other.</summary>
    public string Kind { get; set; } = "";

    public CalendarDate On { get; set; }

    /// <summary>What was lost by it, where somebody has said so; null: all that was lost after that day.</summary>
    public decimal? Amount { get; set; }

    public string Table { get; set; } = "";

    public Guid Row { get; set; }
}

/// <summary>One act of a worker that a gate may judge.</summary>
internal sealed class GateEvent
{
    public Guid Worker { get; set; }

    public GateKind Kind { get; set; }

    public CalendarDate On { get; set; }

    public string Table { get; set; } = "";

    public Guid Row { get; set; }
}

/// <summary>What gates judge; the numbers are places in crmx_gatemeasure.</summary>
internal enum GateKind
{
    Breach,
    ComplaintPastDue,
    ComplaintUnlogged,
}
