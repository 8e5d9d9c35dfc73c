using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>
/// An organization's configuration as it was read at one moment. Its values never change; what is read later on demand (a capability's part, a
/// user's language) is added to a copy that replaces the former one, so readers need no lock. Holds nothing about customers.
/// </summary>
internal sealed class Settings
{
    /// <summary>How long configuration is used before it is read anew.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> variables;
    private readonly DateTime readAt;
    private Dictionary<Type, object> parts = new();
    private Dictionary<Guid, Language> languages = new();
    private Dictionary<string, bool> privileges = new(StringComparer.Ordinal);
    private Dictionary<Guid, ISet<string>> roles = new();
    private Dictionary<string, object?> own = new(StringComparer.Ordinal);

    public Settings(Dictionary<string, string> variables, DateTime readAt)
    {
        this.variables = variables;
        this.readAt = readAt;
    }

    /// <summary>Whether it may still be used at that instant (UTC). A clock that was put back makes it old as well.</summary>
    public bool IsFresh(DateTime now) => now >= readAt && now - readAt < Lifetime;

    /// <summary>An environment variable's value, its default where it has none, empty where there is no such variable.</summary>
    public string Text(string schemaName) => variables.TryGetValue(schemaName, out var value) ? value : "";

    /// <summary>An environment variable as a whole number; <paramref name="otherwise"/> when it is empty or not a number.</summary>
    public int Number(string schemaName, int otherwise) =>
        decimal.TryParse(Text(schemaName), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : otherwise;

    /// <summary>A capability's mode.</summary>
    public Mode Mode(string schemaName) => ModeText.Read(Text(schemaName));

    /// <summary>A capability's own configuration, read once in the life of these settings.</summary>
    /// <param name="read">Reads it with the system's rights; the result must be immutable.</param>
    public TPart Part<TPart>(IOrganizationService system, Func<IOrganizationService, TPart> read)
        where TPart : class
    {
        if (Volatile.Read(ref parts).TryGetValue(typeof(TPart), out var known)) return (TPart)known;

        var part = read(system);
        Add(ref parts, typeof(TPart), part);
        return part;
    }

    /// <summary>The language a user works in, read once in the life of these settings.</summary>
    public Language LanguageOf(Guid user, Func<Guid, Language> read)
    {
        if (Volatile.Read(ref languages).TryGetValue(user, out var known)) return known;

        var language = read(user);
        Add(ref languages, user, language);
        return language;
    }

    /// <summary>Whether a user has a privilege at any depth, read once in the life of these settings.</summary>
    public bool Holds(Guid user, string privilege, Func<Guid, string, bool> read)
    {
        var key = user.ToString("N", CultureInfo.InvariantCulture) + privilege;
        if (Volatile.Read(ref privileges).TryGetValue(key, out var known)) return known;

        var held = read(user, privilege);
        Add(ref privileges, key, held);
        return held;
    }

    /// <summary>The names of the security roles of a user, read once in the life of these settings.</summary>
    /// <param name="read">The result is not changed afterwards.</param>
    public ISet<string> RolesOf(Guid user, Func<Guid, ISet<string>> read)
    {
        if (Volatile.Read(ref roles).TryGetValue(user, out var known)) return known;

        var held = read(user);
        Add(ref roles, user, held);
        return held;
    }

    /// <summary>What a capability knows of a user who works with it, read once in the life of these settings; null: nothing.</summary>
    /// <param name="read">The result is immutable, and holds nothing about customers.</param>
    public TOwn? Own<TOwn>(Guid user, Func<Guid, TOwn?> read)
        where TOwn : class
    {
        var key = user.ToString("N", CultureInfo.InvariantCulture) + typeof(TOwn).FullName;
        if (Volatile.Read(ref own).TryGetValue(key, out var known)) return (TOwn?)known;

        var present = read(user);
        Add(ref own, key, present);
        return present;
    }

    private static void Add<TKey, TValue>(ref Dictionary<TKey, TValue> place, TKey key, TValue value)
        where TKey : notnull
    {
        while (true)
        {
            var seen = Volatile.Read(ref place);
            var copy = new Dictionary<TKey, TValue>(seen) { [key] = value };
            if (Interlocked.CompareExchange(ref place, copy, seen) == seen) return;
        }
    }
}
