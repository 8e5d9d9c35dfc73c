using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>An operation as its row has it: intent, how far it has come, what it changed.</summary>
internal sealed class Operation
{
    private const string PartMark = "part of ";

    public Operation(Entity row)
    {
        Row = row;
        Journal = row.GetAttributeValue<OptionSetValue>(OperationColumns.Kind)?.Value == OperationColumns.Forget
            ? new Journal()
            : JournalText.Read(row.GetAttributeValue<string>(OperationColumns.Journal));
    }

    public Entity Row { get; }

    public Guid Id => Row.Id;

    public int Kind => Row.GetAttributeValue<OptionSetValue>(OperationColumns.Kind)?.Value ?? 0;

    public int Status => Row.GetAttributeValue<OptionSetValue>(OperationColumns.Status)?.Value ?? 0;

    public bool IsOpen => Row.GetAttributeValue<OptionSetValue>(OperationColumns.State)?.Value is null or OperationColumns.Active;

    public Guid From => Row.GetAttributeValue<EntityReference>(OperationColumns.From)?.Id ?? Guid.Empty;

    public Guid To => Row.GetAttributeValue<EntityReference>(OperationColumns.To)?.Id ?? Guid.Empty;

    /// <summary>The operation that this one takes back; null for one that takes nothing back.</summary>
    public Guid? Undoes => Row.GetAttributeValue<EntityReference>(OperationColumns.Undoes)?.Id;

    public string Reason => Row.GetAttributeValue<string>(OperationColumns.Reason) ?? "";

    public Journal Journal { get; }

    /// <summary>The operation that this one carries out a part of; null for a whole one.</summary>
    public Guid? PartOf =>
        Links is { } text && text.StartsWith(PartMark, StringComparison.Ordinal) && Guid.TryParse(text.Substring(PartMark.Length), out var whole) ? whole : null;

    /// <summary>The source links that it names.</summary>
    public IReadOnlyList<Guid> SourceLinks => PartOf is not null ? [] :
        (Links ?? "").Split(',').Select(part => Guid.TryParse(part.Trim(), out var link) ? link : Guid.Empty).Where(link => link != Guid.Empty).Distinct().ToList();

    /// <summary>Whether the rules have found it out, not a person.</summary>
    public bool IsByRule => (Links ?? "").Split(',').Contains(OperationColumns.ByRule, StringComparer.Ordinal);

    private string? Links => Row.GetAttributeValue<string>(OperationColumns.Links);

    /// <summary>The row of a part of this operation, which a step carries out on its own.</summary>
    public Entity Part(Guid id, int number, Journal journal, Guid? undoes) => new(OperationColumns.Table, id)
    {
        [OperationColumns.Id] = id,
        [OperationColumns.Name] = string.Format(CultureInfo.InvariantCulture, "{0} ({1})", Row.GetAttributeValue<string>(OperationColumns.Name), number),
        [OperationColumns.Kind] = new OptionSetValue(Kind),
        [OperationColumns.From] = Row.GetAttributeValue<EntityReference>(OperationColumns.From),
        [OperationColumns.To] = Row.GetAttributeValue<EntityReference>(OperationColumns.To),
        [OperationColumns.Links] = PartMark + Id.ToString("D", CultureInfo.InvariantCulture),
        [OperationColumns.Journal] = JournalText.Write(journal),
        [OperationColumns.Undoes] = undoes is { } other ? new EntityReference(OperationColumns.Table, other) : null,
    };
}
