using System;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>What a transaction can hold: a row, the fact that a row exists, or an entry of a unique index.</summary>
internal readonly record struct LockKey(string Table, Guid Id, string? Entry)
{
    public static LockKey Row(string table, Guid id) => new(table, id, null);

    /// <summary>Held shared by those who point at a row, exclusively by who deletes it.</summary>
    public static LockKey Existence(string table, Guid id) => new(table, id, "");

    public static LockKey Unique(string table, string key, string values) => new(table, Guid.Empty, key + "=" + values);
}
