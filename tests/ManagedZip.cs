using System;
using System.IO;
using Crm.Extensions.Cli.Packing;

namespace Crm.Extensions.Tests;

/// <summary>The managed zip that ships, packed once for the whole test run.</summary>
public static class ManagedZip
{
    private static readonly Lazy<PackResult> Packed = new(() => SolutionPacker.Pack(PackInput.Ours()));

    /// <summary>A copy of the managed zip.</summary>
    public static byte[] Bytes => (byte[])Packed.Value.Managed.Clone();

    /// <summary>A copy of the unmanaged zip.</summary>
    public static byte[] Unmanaged => (byte[])Packed.Value.Unmanaged.Clone();

    /// <summary>The managed zip, to be read from its beginning.</summary>
    public static Stream Open() => new MemoryStream(Packed.Value.Managed, writable: false);
}
