using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>A column and the name of its property.</summary>
internal sealed record ModelColumn(ColumnXml Xml, string Name);

/// <summary>All that the model is made from: the tables of solution/, those of the platform, the global choices, and the settings.</summary>
internal sealed class ModelSource
{
    private readonly Dictionary<string, TableXml> own;
    private readonly Dictionary<string, TableXml> system;
    private readonly Dictionary<string, ChoiceXml> choices;
    private readonly string settingsPath;

    public ModelSource(string root)
    {
        settingsPath = Path.Combine(root, "plugins", "Model", "model.json");
        Settings = ModelSettings.Load(settingsPath);
        own = Tables(Path.Combine(root, "solution", "Entities"));
        system = Tables(Path.Combine(root, "embedded", "SystemTables"));
        choices = Files(Path.Combine(root, "solution", "OptionSets"))
            .SelectMany(file => SourceXml.Load(file).Root!.DescendantsAndSelf("optionset"))
            .Select(element => new ChoiceXml(element))
            .ToDictionary(choice => choice.Name, StringComparer.OrdinalIgnoreCase);
    }

    public ModelSettings Settings { get; }

    /// <summary>The table with its key column: ours if it is ours, else the platform's.</summary>
    /// <exception cref="SourceException">Neither solution/ nor embedded/SystemTables describes it.</exception>
    public TableXml Table(string logicalName) =>
        own.TryGetValue(logicalName, out var mine) && mine.IsWhole ? mine
        : system.TryGetValue(logicalName, out var platforms) ? platforms
        : throw new SourceException(settingsPath, 0, $"table {logicalName} is described neither in solution/Entities nor in embedded/SystemTables");

    public ChoiceXml Choice(string name) =>
        choices.TryGetValue(name, out var choice) ? choice : throw new SourceException(settingsPath, 0, $"solution/OptionSets has no choice {name}");

    /// <summary>The columns that the model takes, in the order of their names.</summary>
    /// <exception cref="SourceException">The settings ask for a column that the table lacks.</exception>
    public IEnumerable<ModelColumn> ColumnsOf(TableXml table)
    {
        var settings = Settings.Tables[table.LogicalName];
        var all = new Dictionary<string, ColumnXml>(table.Columns, StringComparer.Ordinal);
        if (own.TryGetValue(table.LogicalName, out var additions))
            foreach (var (name, column) in additions.Columns) all[name] = column;
        if (settings.Columns?.Find(name => !all.ContainsKey(name)) is { } unknown)
            throw new SourceException(settingsPath, 0, $"table {table.LogicalName} has no column {unknown}");
        var siblings = all.Keys.ToHashSet(StringComparer.Ordinal);
        var className = Naming.Class(table, settings);
        return from column in all.Values
               where settings.Columns is null || settings.Columns.Contains(column.LogicalName) || column.LogicalName.StartsWith(Naming.Prefix, StringComparison.Ordinal)
               where column.Type is not ("virtual" or "image" or "file" or "managedproperty")
               let name = Naming.Property(column, className, siblings)
               orderby name, column.LogicalName
               select new ModelColumn(column, name);
    }

    /// <summary>Name of the enum of a choice column.</summary>
    /// <exception cref="SourceException">It takes a global choice that the settings don't name.</exception>
    public string EnumOf(ModelColumn column, string className)
    {
        if (column.Xml.GlobalChoice is not { } global) return $"{className}_{column.Name}";
        return Settings.Choices.FirstOrDefault(choice => choice.Key.Equals(global, StringComparison.OrdinalIgnoreCase)).Value?.Enum
            ?? throw new SourceException(settingsPath, 0, $"column {column.Xml.LogicalName} takes choice {global}, which has no name here");
    }

    private static Dictionary<string, TableXml> Tables(string folder) =>
        Files(folder)
            .Where(file => !Path.GetFileName(file).StartsWith("Relationships", StringComparison.OrdinalIgnoreCase))
            .SelectMany(file => SourceXml.Load(file).Root!.DescendantsAndSelf("Entity"))
            .Where(element => element.Element("EntityInfo") is not null)
            .Select(element => new TableXml(element))
            .ToDictionary(table => table.LogicalName, StringComparer.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
