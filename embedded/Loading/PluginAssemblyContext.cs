using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>
/// Where one version of one plug-in assembly lives: apart from all others, and gone once it is unloaded and nothing holds it. The SDK and the framework are the host's,
/// so that rows and contexts can be passed across.
/// </summary>
internal sealed class PluginAssemblyContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    public static (PluginAssemblyContext Context, Assembly Assembly) Load(byte[] image, string name)
    {
        var context = new PluginAssemblyContext(name);
        using var stream = new MemoryStream(image, writable: false);
        return (context, context.LoadFromStream(stream));
    }

    /// <summary>The host's assembly of that name, whatever its version; null leaves it to the framework.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (!AllowedReferences.IsPlatform(assemblyName.Name)) return null;
        return Default.Assemblies.FirstOrDefault(loaded => string.Equals(loaded.GetName().Name, assemblyName.Name, StringComparison.OrdinalIgnoreCase))
            ?? Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
    }
}
