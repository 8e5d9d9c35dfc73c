using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.Platform.Registration;

/// <summary>
/// Ids of the components that the project generates: UUID version 5 (RFC 9562, section 5.5) of a stable name, so that they never change between
/// builds and an upgrade finds what an earlier version installed.
/// </summary>
public static class ComponentId
{
    /// <summary>The namespace of all generated ids: UUID v5 of <c>https://crm.extensions</c> in the RFC's URL namespace.</summary>
    private static readonly Guid Namespace = NameBased(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://crm.extensions");

    /// <summary>The id of the component of that kind and name, for example <c>Of("PluginType", "Crm.Extensions.Collections.GuardLetter")</c>.</summary>
    public static Guid Of(string kind, string name) => NameBased(Namespace, kind + ":" + name);

    /// <summary>The id of a plug-in class's step. One class has at most one step for a message, table, stage and mode.</summary>
    public static Guid OfStep(string pluginType, string message, string table, Stage stage, StepMode mode) =>
        Of("Step", StepName(pluginType, message, table, stage, mode));

    /// <summary>The id of a step's image, <paramref name="alias"/> being <c>Before</c> or <c>After</c>.</summary>
    public static Guid OfImage(Guid step, string alias) => Of("StepImage", step.ToString("D", CultureInfo.InvariantCulture) + ":" + alias);

    /// <summary>The step's unique name, which administrators see in the list of steps.</summary>
    public static string StepName(string pluginType, string message, string table, Stage stage, StepMode mode) =>
        $"{pluginType}: {message} of {table} ({stage}{(mode == StepMode.Asynchronous ? ", asynchronous" : "")})";

    /// <summary>UUID version 5 of a name in a namespace: SHA-1 of the namespace in network byte order and the name in UTF-8.</summary>
    public static Guid NameBased(Guid space, string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));

        var prefix = NetworkOrder(space.ToByteArray());
        var text = Encoding.UTF8.GetBytes(name);
        var input = new byte[prefix.Length + text.Length];
        prefix.CopyTo(input, 0);
        text.CopyTo(input, prefix.Length);

        byte[] hash;
#pragma warning disable CA5350 // the RFC names SHA-1; nothing is kept secret by it
        using (var sha = SHA1.Create()) hash = sha.ComputeHash(input);
#pragma warning restore CA5350
        var id = new byte[16];
        Array.Copy(hash, id, id.Length);
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(NetworkOrder(id));
    }

    // Guid.ToByteArray keeps its first three groups in little-endian order
    private static byte[] NetworkOrder(byte[] bytes)
    {
        Array.Reverse(bytes, 0, 4);
        Array.Reverse(bytes, 4, 2);
        Array.Reverse(bytes, 6, 2);
        return bytes;
    }
}
