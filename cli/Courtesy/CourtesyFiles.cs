using System.Collections.Generic;
using System.IO;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>The files that questions name, each read once however many contacts are asked about. Local times in them are those of a clock.</summary>
internal sealed class CourtesyFiles
{
    private readonly Dictionary<string, PolicyRead> policies = [];
    private readonly Dictionary<FileOnClock, HistoryRead> histories = [];
    private readonly Dictionary<FileOnClock, IReadOnlyDictionary<string, CustomerContext>> ledgers = [];

    /// <exception cref="InvalidDataException">Nothing in it can be read.</exception>
    public PolicyRead Policy(string path)
    {
        if (policies.TryGetValue(path, out var known)) return known;
        var policy = new PolicyFile();
        return policies[path] = new PolicyRead(policy.Read(path), policy.Problems);
    }

    /// <inheritdoc cref="Policy"/>
    public HistoryRead History(string path, LocalClock clock)
    {
        var key = new FileOnClock(path, clock.Id);
        if (histories.TryGetValue(key, out var known)) return known;
        var history = new HistoryFile(clock);
        using var file = File.OpenText(path);
        return histories[key] = new HistoryRead(history.Read(file, path), history.Problems);
    }

    /// <exception cref="InvalidDataException">A value of it cannot be understood.</exception>
    public IReadOnlyDictionary<string, CustomerContext> Ledger(string path, LocalClock clock)
    {
        var key = new FileOnClock(path, clock.Id);
        return ledgers.TryGetValue(key, out var known) ? known : ledgers[key] = LedgerFile.Read(path, clock);
    }

    private sealed record FileOnClock(string Path, string Clock);
}

/// <summary>A policy file and what of it was left out.</summary>
internal sealed record PolicyRead(IReadOnlyList<PolicyRow> Rows, IReadOnlyList<string> Problems)
{
    public static readonly PolicyRead None = new([], []);
}

/// <summary>A history and what of it was left out.</summary>
internal sealed record HistoryRead(IReadOnlyList<ContactAttempt> Attempts, IReadOnlyList<string> Problems)
{
    public static readonly HistoryRead None = new([], []);
}
