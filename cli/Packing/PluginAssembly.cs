using System;
using System.Collections.Generic;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>A built assembly that goes into the solution.</summary>
/// <param name="Name">Simple name, for example <c>Crm.Extensions.Plugins</c>.</param>
/// <param name="FullName">Name, version, culture and public key token, as the dll itself says.</param>
/// <param name="Version">The assembly's version.</param>
/// <param name="Bytes">The dll.</param>
/// <param name="Classes">Plug-ins and workflow activities, by name.</param>
internal sealed record PluginAssembly(string Name, string FullName, Version Version, byte[] Bytes, IReadOnlyList<PluginClass> Classes)
{
    public Guid Id => ComponentId.Of("PluginAssembly", Name);

    /// <summary>Where the dll lies in the zip; dots are taken out of the name, as the platform's own exports do.</summary>
    public string Entry
    {
        get
        {
            var plain = Name.Replace(".", "", StringComparison.Ordinal);
            return $"PluginAssemblies/{plain}-{Id.ToString("D").ToUpperInvariant()}/{plain}.dll";
        }
    }

    public string QualifiedName(PluginClass type) => $"{type.FullName}, {FullName}";
}
