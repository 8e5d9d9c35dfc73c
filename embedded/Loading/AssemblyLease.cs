using System.Reflection;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>One organization's use of an assembly's image: taken from the shared ones at first use, given back when the organization lets go of it.</summary>
internal sealed class AssemblyLease(byte[] image, string name, bool shared)
{
    private readonly object gate = new();
    private SharedAssemblies.Entry? entry;

    /// <summary>The assembly, loaded now if nobody in this process had loaded these bytes.</summary>
    public Assembly Assembly
    {
        get
        {
            lock (gate) return (entry ??= shared ? SharedAssemblies.Take(image, name) : SharedAssemblies.Load(image, name)).Assembly;
        }
    }

    /// <summary>Another lease of the same image.</summary>
    public AssemblyLease Again() => new(image, name, shared);

    public void Return()
    {
        lock (gate)
        {
            if (entry is null) return;
            if (shared) SharedAssemblies.Return(entry);
            else entry.Context.Unload();
            entry = null;
        }
    }
}
