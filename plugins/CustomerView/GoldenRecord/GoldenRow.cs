using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>A customer's row as texts that can be compared, and the changes that make it say what survived.</summary>
internal sealed class GoldenRow
{
    private const char DerivedVersion = '5';
    private const int VersionAt = 14;

    private readonly Entity row;
    private readonly Dictionary<string, string> current = new(StringComparer.Ordinal);

    public GoldenRow(Entity row)
    {
        this.row = row;
        Lineage = LineageJson.Read(row.GetAttributeValue<string>(Customer.Fields.Lineage));
        foreach (var column in Columns)
        {
            if (Text(row, column) is { Length: > 0 } text) current.Add(column, text);
        }
    }

    /// <summary>The columns that are computed.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. GoldenColumns.Groups.SelectMany(GoldenColumns.Of)];

    public Lineage Lineage { get; }

    /// <summary>What people did to the row.</summary>
    public TypedValues Typed => TypedValues.Find(current, Lineage, IsMadeByRecords, row.GetAttributeValue<DateTime?>(Customer.Fields.ModifiedOn));

    // ids of customers whom unification made are derived (UUID version 5); nobody typed on those before the first computation
    private bool IsMadeByRecords => row.Id.ToString("D", CultureInfo.InvariantCulture)[VersionAt] == DerivedVersion;

    /// <summary>What has to be written, or null when the row says it all already.</summary>
    /// <param name="records">The customer's records; whose values are gone with them is emptied.</param>
    /// <param name="now">UTC.</param>
    public Entity? Change(IReadOnlyCollection<LinkedRecord> records, SurvivorshipOrder order, DateTime now)
    {
        var typed = Typed;
        var chosen = Survivorship.Choose(records, order, typed.Kept, new HashSet<string>(typed.Removed, StringComparer.Ordinal));
        var change = new Entity(row.LogicalName, row.Id);
        foreach (var group in GoldenColumns.Groups)
        {
            var value = chosen.FirstOrDefault(found => found.Group == group);
            foreach (var column in GoldenColumns.Of(group))
            {
                var text = value is not null && value.Columns.TryGetValue(column, out var found) ? found : null;
                if (text is null && !MayEmpty(column, value)) continue;
                if (!string.Equals(text ?? "", current.TryGetValue(column, out var was) ? was : "", StringComparison.Ordinal)) change[column] = Value(column, text);
            }
        }

        if (row.GetAttributeValue<OptionSetValue>(Customer.Fields.Kind) is null && KindOf(records) is { } kind) change[Customer.Fields.Kind] = new OptionSetValue((int)kind);

        var lineage = LineageJson.Write(Lineage.Next(chosen, typed.Removed, now));
        if (!string.Equals(lineage, LineageJson.Write(Lineage), StringComparison.Ordinal)) change[Customer.Fields.Lineage] = lineage;
        if (change.Attributes.Count == 0) return null;

        change[Customer.Fields.EnrichedOn] = now;
        if (records.Count > 0 && Stage is UnificationStage.Matched or UnificationStage.Confirmed) change[Customer.Fields.Stage] = new OptionSetValue((int)UnificationStage.Enriched);
        return change;
    }

    private UnificationStage? Stage => row.GetAttributeValue<OptionSetValue>(Customer.Fields.Stage) is { } stage ? (UnificationStage)stage.Value : null;

    // a name and a country are never taken away; what no record gave was never ours to empty
    private bool MayEmpty(string column, GoldenValue? value) =>
        column is not (GoldenColumns.Name or GoldenColumns.Country) && (Lineage.Of(column) is not null || (value is not null && value.Rule != LineageRule.Typed));

    private static CustomerKind? KindOf(IReadOnlyCollection<LinkedRecord> records)
    {
        var isPerson = records.Any(record => record.Record.Kind == RecordKind.Person);
        var isOrganisation = records.Any(record => record.Record.Kind == RecordKind.Organisation);
        return isPerson && isOrganisation ? CustomerKind.PersonInBusiness : isPerson ? CustomerKind.Person : isOrganisation ? CustomerKind.Organisation : null;
    }

    private static string? Text(Entity row, string column) =>
        !row.Attributes.TryGetValue(column, out var value) || value is null ? null : value is DateTime day ? CalendarDate.Of(day).ToString() : value as string;

    private static object? Value(string column, string? text) =>
        column == GoldenColumns.Birthdate ? CalendarDate.TryParse(text, out var day) ? day.Midnight : null : text;
}
