using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Files that elements of customizations.xml point to: web resources, workflows, controls.</summary>
internal static class Attachments
{
    private const string Description = ".data.xml";

    /// <summary>Contents by path in the zip.</summary>
    /// <exception cref="PackException">A description names no file, or its file is missing.</exception>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(SolutionTree tree)
    {
        foreach (var (folder, name) in new[] { ("WebResources", "FileName"), ("Workflows", "XamlFileName"), ("Workflows", "JsonFileName") })
            foreach (var description in tree.Files("*" + Description, folder))
            {
                var content = description[..^Description.Length];
                var elements = SourceXml.Load(description).Root!.DescendantsAndSelf(name).ToList();
                if (elements.Count == 0 && folder == "WebResources") throw new PackException($"{description}: has no {name}");
                foreach (var element in elements)
                    yield return File.Exists(content)
                        ? new(element.Value.Trim().TrimStart('/'), File.ReadAllBytes(content))
                        : throw new PackException($"{description}({element.Line()}): describes {Path.GetFileName(content)}, which is missing");
            }
        foreach (var file in tree.Files("*", "Controls").Where(file => !file.EndsWith(Description, StringComparison.Ordinal)))
            yield return new(Path.GetRelativePath(tree.Folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
    }
}
