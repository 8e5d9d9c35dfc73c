using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Our assemblies refer to nothing but .NET Framework 4.6.2 and the platform's own.</summary>
internal sealed class AssemblyReferences : IVerifyRule
{
    private static readonly string[] Allowed =
    [
        "mscorlib", "Microsoft.CSharp", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Workflow", "System", "System.Activities",
        "System.Core", "System.Runtime.Serialization", "System.ServiceModel", "System.Xml", "System.Xml.Linq",
    ];

    public string Id => "assembly-references";

    public string Remedy => "Do without the assembly: in the sandbox nothing else can be loaded.";

    public IEnumerable<Flaw> Find(SolutionZip zip) => !zip.IsOurs ? [] :
        from assembly in zip.Section("SolutionPluginAssemblies", "PluginAssembly")
        let dll = zip.Entries.TryGetValue((assembly.Text("FileName") ?? "").TrimStart('/'), out var bytes) ? DllIdentity.Of(bytes) : null
        where dll is not null
        from reference in dll.References
        where !Allowed.Contains(reference, StringComparer.Ordinal)
        select new Flaw($"plug-in assembly {dll.FullName.Split(',')[0]}", $"refers to {reference}");
}
