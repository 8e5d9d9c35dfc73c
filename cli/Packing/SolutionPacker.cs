using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Packing;

/// <summary>What is packed.</summary>
/// <param name="SolutionFolder">The unpacked solution.</param>
/// <param name="Assemblies">Paths of the built net462 assemblies.</param>
internal sealed record PackInput(string SolutionFolder, IReadOnlyList<string> Assemblies)
{
    /// <summary>The project's own: solution/ of the source tree, and the assemblies that were built along with this program.</summary>
    public static PackInput Ours() => new(
        Path.Combine(RepositoryRoot.Find(), "solution"),
        [.. new[] { "Crm.Extensions.Plugins.dll", "Crm.Extensions.Workflows.dll" }.Select(name => Path.Combine(AppContext.BaseDirectory, "server", name))]);
}

/// <summary>Both zips.</summary>
internal sealed record PackResult(byte[] Unmanaged, byte[] Managed);

/// <summary>Packs the solution; the same input gives the same bytes.</summary>
internal static class SolutionPacker
{
    /// <exception cref="PackException">Something is missing or declared in a way that the platform would refuse.</exception>
    /// <exception cref="SourceException">A file can't be read; the message names file and line.</exception>
    public static PackResult Pack(PackInput input)
    {
        var tree = new SolutionTree(input.SolutionFolder);
        tree.CheckFolders();
        var assemblies = input.Assemblies.Select(AssemblyReader.Read).ToList();
        return new PackResult(Zip(tree, assemblies, managed: false), Zip(tree, assemblies, managed: true));
    }

    private static byte[] Zip(SolutionTree tree, IReadOnlyList<PluginAssembly> assemblies, bool managed)
    {
        var customizations = Customizations.Build(tree, assemblies, managed);
        Check(assemblies, customizations);
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["customizations.xml"] = ZipBytes.Xml(customizations),
            ["solution.xml"] = ZipBytes.Xml(Manifest.Build(tree, customizations, managed)),
        };
        foreach (var assembly in assemblies) entries.Add(assembly.Entry, assembly.Bytes);
        foreach (var (path, bytes) in tree.VerbatimFiles()) entries.Add(path, Unmarked(path, bytes));
        foreach (var (path, document) in assemblies.SelectMany(assembly => assembly.Classes).Where(type => type.CustomApi is not null).SelectMany(CustomApiXml.Of))
            entries.Add(path, ZipBytes.Xml(document));
        foreach (var (path, bytes) in Attachments.Of(tree)) entries.Add(path, bytes);
        return ZipBytes.Write(entries);
    }

    private static void Check(IReadOnlyList<PluginAssembly> assemblies, XDocument customizations)
    {
        var tables = new KnownTables(customizations.Root!.Elements("Entities").Elements("Entity"));
        var classes = assemblies.SelectMany(assembly => assembly.Classes).ToList();
        var problems = classes.SelectMany(type => StepCheck.Problems(type, tables).Concat(CustomApiXml.Problems(type))).ToArray();
        if (problems.Length > 0) throw new PackException(problems);
    }

    // files of solution-aware tables carry neither byte order mark nor declaration when the platform writes them
    private static byte[] Unmarked(string path, byte[] bytes)
    {
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return bytes;
        using var stream = new MemoryStream(bytes);
        return ZipBytes.Xml(SourceXml.Load(stream, path));
    }
}
