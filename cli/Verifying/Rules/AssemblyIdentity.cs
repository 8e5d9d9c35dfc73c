using System;
using System.Collections.Generic;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>A plug-in assembly's dll is in the zip, is what it is declared to be, and has the classes that are declared.</summary>
internal sealed class AssemblyIdentity : IVerifyRule
{
    public string Id => "assembly-identity";

    public string Remedy => "Pack the dll whose strong name FullName states, with every class that PluginTypes lists.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var assembly in zip.Section("SolutionPluginAssemblies", "PluginAssembly"))
        {
            var declared = (string?)assembly.Attribute("FullName") ?? "";
            var component = $"plug-in assembly {declared.Split(',')[0]}";
            if (assembly.Text("SourceType") is { } source && source != "0") continue;
            var path = (assembly.Text("FileName") ?? "").TrimStart('/');
            if (!zip.Entries.TryGetValue(path, out var bytes))
            {
                yield return new Flaw(component, $"its file {path} is not in the zip");
                continue;
            }
            if (DllIdentity.Of(bytes) is not { } dll)
            {
                yield return new Flaw(component, $"its file {path} is no .NET assembly");
                continue;
            }
            if (!Same(declared, dll.FullName)) yield return new Flaw(component, $"is declared as '{declared}' and is '{dll.FullName}'");
            if (dll.FullName.EndsWith("PublicKeyToken=null", StringComparison.Ordinal) && assembly.Text("IsolationMode") != "1") yield return new Flaw(component, "is not strong-named, which the sandbox demands");
            foreach (var type in assembly.Elements("PluginTypes").Elements("PluginType"))
            {
                var name = ((string?)type.Attribute("AssemblyQualifiedName") ?? "").Split(',')[0].Trim();
                if (!dll.Types.Contains(name)) yield return new Flaw(component, $"its dll has no class {name}");
            }
        }
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Replace(" ", "", StringComparison.Ordinal), other.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
