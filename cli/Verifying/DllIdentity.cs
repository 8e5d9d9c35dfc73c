using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>What a dll says of itself, read without loading it.</summary>
/// <param name="FullName">Name, version, culture and public key token.</param>
/// <param name="Types">Full names of its classes.</param>
/// <param name="References">Simple names of the assemblies it refers to.</param>
internal sealed record DllIdentity(string FullName, IReadOnlySet<string> Types, IReadOnlyList<string> References)
{
    /// <summary>The identity, or null when the bytes are no .NET assembly.</summary>
    public static DllIdentity? Of(byte[] dll)
    {
        try
        {
            using var file = new PEReader([.. dll]);
            if (!file.HasMetadata) return null;
            var reader = file.GetMetadataReader();
            return new DllIdentity(
                reader.GetAssemblyDefinition().GetAssemblyName().FullName,
                reader.TypeDefinitions.Select(reader.GetTypeDefinition).Select(type => Name(reader, type)).ToHashSet(StringComparer.Ordinal),
                [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal)]);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static string Name(MetadataReader reader, TypeDefinition type)
    {
        var space = reader.GetString(type.Namespace);
        var name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer) return string.Create(CultureInfo.InvariantCulture, $"{Name(reader, reader.GetTypeDefinition(outer))}+{name}");
        return space.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{space}.{name}");
    }
}
