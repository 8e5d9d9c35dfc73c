using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>What a plug-in assembly may refer to: .NET Framework and the platform's own assemblies. The sandbox finds nothing else.</summary>
internal static class AllowedReferences
{
    private static readonly HashSet<string> Platform = new(
        ["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow", "System.Activities"], StringComparer.OrdinalIgnoreCase);

    public static bool IsPlatform(string? name) => name is not null && Platform.Contains(name);

    /// <summary>References of the image that the sandbox would not find.</summary>
    public static IReadOnlyList<string> Foreign(byte[] image)
    {
        using var stream = new MemoryStream(image, writable: false);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => !IsPlatform(name) && !IsFramework(name)),
        ];
    }

    /// <summary>The identity that the image declares.</summary>
    public static AssemblyName Identity(byte[] image)
    {
        using var stream = new MemoryStream(image, writable: false);
        using var file = new PEReader(stream);
        return file.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
    }

    private static bool IsFramework(string name) =>
        name is "mscorlib" or "System" or "netstandard" or "Microsoft.CSharp" or "Microsoft.VisualBasic" or "WindowsBase"
        || name.StartsWith("System.", StringComparison.Ordinal);
}
