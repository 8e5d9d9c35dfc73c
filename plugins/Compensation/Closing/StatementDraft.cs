using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A statement as it has been calculated, before it is compared with what is there.</summary>
internal sealed class StatementDraft
{
    /// <summary>Whose, when and how paid: everything of the file but amounts, lines and sentences.</summary>
    public StatementHeading Heading { get; set; } = new();

    public IReadOnlyList<StatementLine> Lines { get; set; } = [];

    public decimal Gross { get; set; }

    public decimal HeldBack { get; set; }

    public decimal Payable { get; set; }

    public decimal Carried { get; set; }

    public IReadOnlyList<string> English { get; set; } = [];

    public IReadOnlyList<string> Spanish { get; set; } = [];

    public IReadOnlyList<StatementFileCustomer> Customers { get; set; } = [];

    public StatementFileBalance Closing { get; set; } = new();

    public IReadOnlyList<Guid> Settles { get; set; } = [];

    /// <summary>What the rules worked out; null for a revision, which is the difference of two.</summary>
    public Pay.PayStatement? Calculated { get; set; }

    /// <summary>The file of the draft as a revision.</summary>
    public StatementFile File(Guid statement, int revision) => new()
    {
        Worker = Heading.WorkerName,
        HrId = Heading.HrId,
        Period = Heading.PeriodCode,
        From = Heading.From,
        Until = Heading.Until,
        Plan = Heading.Plan,
        Revision = revision,
        Currency = Heading.Currency,
        Gross = StatementJson.Amount(Gross),
        HeldBack = StatementJson.Amount(HeldBack),
        Payable = StatementJson.Amount(Payable),
        Carried = StatementJson.Amount(Carried),
        English = [.. English],
        Spanish = [.. Spanish],
        Lines = [.. Lines.OrderBy(line => line.Number).Select(line => Written(statement, line))],
        Customers = [.. Customers],
        Closing = Closing,
        Settles = [.. Settles.OrderBy(id => id).Select(PayIds.Text)],
    };

    private static StatementFileLine Written(Guid statement, StatementLine line) => new()
    {
        Number = line.Number,
        Id = PayIds.Text(PayIds.Line(statement, line.Number)),
        Kind = LineKinds.Word(line.Kind),
        Plan = line.Plan,
        Component = line.ComponentId is { } component ? PayIds.Text(component) : "",
        CustomerId = line.CustomerId is { } customer ? PayIds.Text(customer) : "",
        Measure = line.Measure,
        Amount = StatementJson.Amount(line.Amount),
        Evidence = line.Evidence,
        Reason = line.Reason,
        EvidenceTable = line.EvidenceTable,
        EvidenceId = line.EvidenceId,
        Reverses = line.Reverses is { } reversed ? PayIds.Text(reversed) : "",
    };
}

/// <summary>Whose statement it is, of when, and how it is paid.</summary>
internal sealed class StatementHeading
{
    public Guid Worker { get; set; }

    public Guid Period { get; set; }

    /// <summary>The worker's user; null where they have none.</summary>
    public Guid? User { get; set; }

    /// <summary>The user of the worker's manager.</summary>
    public Guid? ManagerUser { get; set; }

    public string WorkerName { get; set; } = "";

    public string HrId { get; set; } = "";

    public string PeriodCode { get; set; } = "";

    public string From { get; set; } = "";

    public string Until { get; set; } = "";

    public string Plan { get; set; } = "";

    /// <summary>ISO code.</summary>
    public string Currency { get; set; } = "";

    public Guid CurrencyId { get; set; }
}
