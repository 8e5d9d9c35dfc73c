using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>One line of a statement as it stands, or is to stand, in crmx_compensationline.</summary>
internal sealed class StatementLine
{
    /// <summary>From this number on lines are answers to disputes: a calculation never rewrites them.</summary>
    public const int FirstOfDisputes = 10_001;

    public Guid Id { get; set; }

    public int Number { get; set; }

    /// <summary>Place of the kind in crmx_paylinekind, from 0.</summary>
    public int Kind { get; set; }

    /// <summary>Plan and version that speaks; kept in the statement's content alone.</summary>
    public string Plan { get; set; } = "";

    public Guid? ComponentId { get; set; }

    public Guid? CustomerId { get; set; }

    public string Measure { get; set; } = "";

    /// <summary>In the plan's currency of payment.</summary>
    public decimal Amount { get; set; }

    public string Evidence { get; set; } = "";

    /// <summary>Why a line of a revision stands; empty on others.</summary>
    public string Reason { get; set; } = "";

    public string EvidenceTable { get; set; } = "";

    public string EvidenceId { get; set; } = "";

    /// <summary>The line whose amount this one changes.</summary>
    public Guid? Reverses { get; set; }

    /// <summary>Reason and evidence, as they stand in the table.</summary>
    private string Proof => Reason.Length == 0 ? Evidence : Evidence.Length == 0 ? Reason : Reason + " " + Evidence;

    public bool IsOfDispute => Number >= FirstOfDisputes;

    public static StatementLine Read(Entity row) => new()
    {
        Id = row.Id,
        Number = row.GetAttributeValue<int>(LineColumns.Number),
        Kind = (row.GetAttributeValue<OptionSetValue>(LineColumns.Kind)?.Value ?? PayTables.FirstOption) - PayTables.FirstOption,
        ComponentId = row.GetAttributeValue<EntityReference>(LineColumns.Component)?.Id,
        CustomerId = row.GetAttributeValue<EntityReference>(LineColumns.Customer)?.Id,
        Measure = row.GetAttributeValue<string>(LineColumns.Measure) ?? "",
        Amount = row.GetAttributeValue<Money>(LineColumns.Amount)?.Value ?? 0,
        Evidence = row.GetAttributeValue<string>(LineColumns.Evidence) ?? "",
        EvidenceTable = row.GetAttributeValue<string>(LineColumns.EvidenceTable) ?? "",
        EvidenceId = row.GetAttributeValue<string>(LineColumns.EvidenceId) ?? "",
        Reverses = row.GetAttributeValue<EntityReference>(LineColumns.Reverses)?.Id,
    };

    /// <summary>Whether the row in the table says the same.</summary>
    public bool Says(StatementLine other) =>
        Number == other.Number && Kind == other.Kind && ComponentId == other.ComponentId && CustomerId == other.CustomerId && Amount == other.Amount && Reverses == other.Reverses
        && string.Equals(Measure, other.Measure, StringComparison.Ordinal) && string.Equals(Proof, other.Proof, StringComparison.Ordinal)
        && string.Equals(EvidenceTable, other.EvidenceTable, StringComparison.Ordinal) && string.Equals(EvidenceId, other.EvidenceId, StringComparison.Ordinal);

    /// <summary>The row that says so.</summary>
    /// <param name="name">Of the statement.</param>
    public Entity Row(Guid statement, string name, Guid currency, EntityReference? owner)
    {
        const int MostOfName = 200;
        const int MostOfEvidence = 4000;
        var title = name + " · " + Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + " · " + Measure;
        var row = new Entity(PayTables.Line, PayIds.Line(statement, Number))
        {
            [LineColumns.Name] = Cut(title, MostOfName),
            [LineColumns.Statement] = new EntityReference(PayTables.Statement, statement),
            [LineColumns.Number] = Number,
            [LineColumns.Kind] = new OptionSetValue(PayTables.FirstOption + Kind),
            [LineColumns.Component] = Reference(PayTables.Component, ComponentId),
            [LineColumns.Customer] = Reference(Model.Tables.Customer, CustomerId),
            [LineColumns.Measure] = Cut(Measure, MostOfName),
            [StatementColumns.Currency] = new EntityReference("transactioncurrency", currency),
            [LineColumns.Amount] = new Money(Amount),
            [LineColumns.Evidence] = Cut(Proof, MostOfEvidence),
            [LineColumns.EvidenceTable] = EvidenceTable,
            [LineColumns.EvidenceId] = EvidenceId,
            [LineColumns.Reverses] = Reference(PayTables.Line, Reverses),
        };
        if (owner is not null) row[StatementColumns.Owner] = owner;
        return row;
    }

    private static EntityReference? Reference(string table, Guid? id) => id is { } known ? new EntityReference(table, known) : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
