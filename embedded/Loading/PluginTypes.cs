using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;
using Crm.Extensions.Embedded.Pipeline;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>The classes behind plugintype rows: out of loaded assemblies, or of the host itself in tests of the engine.</summary>
internal sealed class PluginTypes(bool sharesAssemblies)
{
    private readonly ConcurrentDictionary<Guid, AssemblyLease> assemblies = new();
    private readonly ConcurrentDictionary<Guid, Func<PluginTypes, Type>> types = new();

    /// <summary>Keeps an assembly; it is loaded at first use of one of its types, in a context of its own, or shared with organizations that run the same bytes.</summary>
    public void AddAssembly(Guid id, byte[] image, string name)
    {
        RemoveAssembly(id);
        assemblies[id] = new AssemblyLease(image, name, sharesAssemblies);
    }

    public void Add(Guid typeId, Guid assemblyId, string typeName) =>
        types[typeId] = owner => owner.assemblies.TryGetValue(assemblyId, out var loaded) && loaded.Assembly.GetType(typeName) is { } type
            ? type
            : throw PipelineFaults.Of(PipelineFaults.IsvUnexpected, $"Could not load type {typeName} from its plug-in assembly.");

    /// <summary>A class of the host process.</summary>
    public void Add(Guid typeId, Type type) => types[typeId] = _ => type;

    public Type Find(Guid typeId) => types.TryGetValue(typeId, out var find)
        ? find(this)
        : throw PipelineFaults.Of(PipelineFaults.IsvUnexpected, $"Plug-in type {typeId} has no assembly in this organization.");

    /// <summary>The assembly, loaded now if it was not.</summary>
    public Assembly AssemblyOf(Guid assemblyId) => assemblies[assemblyId].Assembly;

    /// <summary>Gives an assembly back; it is collected once no organization has it and nothing of it runs or is held.</summary>
    public void RemoveAssembly(Guid id)
    {
        if (assemblies.TryRemove(id, out var loaded)) loaded.Return();
    }

    /// <summary>Takes over the assemblies and types of another organization: the same bytes, on a lease of its own.</summary>
    public void CopyFrom(PluginTypes other)
    {
        foreach (var (id, assembly) in other.assemblies) assemblies[id] = assembly.Again();
        foreach (var (id, type) in other.types) types[id] = type;
    }

    /// <summary>Which assemblies and types there are now, to go back to when an import fails.</summary>
    /// <returns>Goes back, and unloads what has come since.</returns>
    public Action Remember()
    {
        var (formerAssemblies, formerTypes) = (assemblies.ToArray(), types.ToArray());
        return () =>
        {
            foreach (var assembly in assemblies.Values) assembly.Return();
            assemblies.Clear();
            types.Clear();
            foreach (var (id, assembly) in formerAssemblies) assemblies[id] = assembly;
            foreach (var (id, type) in formerTypes) types[id] = type;
        };
    }

    public void RemoveType(Guid id) => types.TryRemove(id, out _);

    public void Unload()
    {
        types.Clear();
        foreach (var id in assemblies.Keys.ToList()) RemoveAssembly(id);
    }
}
