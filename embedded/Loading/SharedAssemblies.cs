using System;
using System.Collections.Generic;
using System.Reflection;
using System.Security.Cryptography;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>
/// Plug-in assemblies of this process by their bytes. Organizations with the same bytes share one, statics included, as they do in a sandbox worker
/// that serves several organizations: a plug-in that keeps one organization's data for another fails here and not there. It also spares each
/// organization the compilation of the code that the former one has run.
/// </summary>
internal static class SharedAssemblies
{
    // an import brings two assemblies; those of the organization before stay warm for the next one
    private const int KeptWarm = 2;

    private static readonly object Gate = new();
    private static readonly Dictionary<string, Entry> Loaded = new(StringComparer.Ordinal);
    private static readonly List<Entry> Idle = [];

    public static Entry Take(byte[] image, string name)
    {
        var hash = Convert.ToHexString(SHA256.HashData(image));
        lock (Gate)
        {
            if (!Loaded.TryGetValue(hash, out var entry)) Loaded[hash] = entry = Load(image, name, hash);
            Idle.Remove(entry);
            entry.Users++;
            return entry;
        }
    }

    /// <summary>An assembly for one organization alone; whoever asked unloads it.</summary>
    public static Entry Load(byte[] image, string name, string hash = "")
    {
        var (context, assembly) = PluginAssemblyContext.Load(image, name);
        return new Entry(hash, context, assembly);
    }

    public static void Return(Entry entry)
    {
        lock (Gate)
        {
            if (--entry.Users > 0) return;
            Idle.Add(entry);
            if (Idle.Count <= KeptWarm) return;

            var coldest = Idle[0];
            Idle.RemoveAt(0);
            Loaded.Remove(coldest.Hash);
            coldest.Context.Unload();
        }
    }

    /// <summary>One loaded assembly and how many organizations have it.</summary>
    internal sealed class Entry(string hash, PluginAssemblyContext context, Assembly assembly)
    {
        public string Hash { get; } = hash;

        public PluginAssemblyContext Context { get; } = context;

        public Assembly Assembly { get; } = assembly;

        public int Users { get; set; }
    }
}
