using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>Makes the early-bound classes of <c>plugins/Model</c>: a file for each table, one for the global choices, one for the table names.</summary>
internal static class ModelGenerator
{
    /// <summary>Texts by file name.</summary>
    /// <param name="root">The source tree.</param>
    public static SortedDictionary<string, string> Generate(string root)
    {
        var source = new ModelSource(root);
        var writer = new TableWriter(source);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (logicalName, settings) in source.Settings.Tables)
        {
            var table = source.Table(logicalName);
            var className = Naming.Class(table, settings);
            names.Add(className, table.LogicalName);
            files.Add(className + ".cs", writer.Write(table, className));
        }
        files.Add("Choices.cs", Choices(source));
        files.Add("Tables.cs", Tables(names));
        return files;
    }

    /// <summary>Names of files that a new run would write otherwise, make or remove; empty when the model is fresh.</summary>
    public static IReadOnlyList<string> Stale(string root)
    {
        var wanted = Generate(root);
        var there = Existing(root).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        return [.. wanted.Keys.Union(there.Keys, StringComparer.Ordinal)
            .Where(name => wanted.GetValueOrDefault(name) != there.GetValueOrDefault(name)?.ReplaceLineEndings("\n"))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the model and takes away what no longer belongs to it.</summary>
    /// <returns>Names of the files that changed.</returns>
    public static IReadOnlyList<string> Write(string root)
    {
        var stale = Stale(root);
        var wanted = Generate(root);
        foreach (var name in stale)
        {
            var path = Path.Combine(Folder(root), name);
            if (wanted.TryGetValue(name, out var text)) File.WriteAllText(path, text);
            else File.Delete(path);
        }
        return stale;
    }

    private static string Folder(string root) => Path.Combine(root, "plugins", "Model");

    private static IEnumerable<string> Existing(string root) => Directory.EnumerateFiles(Folder(root), "*.cs");

    private static string Choices(ModelSource source)
    {
        var code = CodeText.Generated();
        foreach (var (name, settings) in source.Settings.Choices.OrderBy(choice => choice.Value.Enum, StringComparer.Ordinal))
        {
            EnumWriter.Write(code, settings.Enum, source.Choice(name), settings.Members);
            code.Line();
        }
        return code.ToString().TrimEnd('\n') + "\n";
    }

    private static string Tables(SortedDictionary<string, string> names)
    {
        var code = CodeText.Generated();
        code.Line("/// <summary>Logical names of the tables in the model.</summary>");
        code.Block("public static class Tables", () =>
        {
            foreach (var (className, logicalName) in names) code.Line($"public const string {className} = \"{logicalName}\";");
        });
        return code.ToString();
    }
}
