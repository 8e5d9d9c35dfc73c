using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Benchmarks;

/// <summary>One pure decision: permitted at once, and one that has to look for the next permitted instant among a month's contacts.</summary>
[MemoryDiagnoser]
public class DecisionBenchmark
{
    private static readonly DateTime Noon = new(2026, 11, 25, 17, 0, 0, DateTimeKind.Utc);

    private readonly CountryPack pack = CountryPacks.Find("CO")!;
    private readonly CustomerContext alone = Customer(0);
    private readonly CustomerContext busy = Customer(30);

    [Benchmark(Baseline = true)]
    public object Permitted() => Judge(Noon, alone);

    [Benchmark]
    public object MovedPastNightAndCaps() => Judge(Noon.AddHours(10), busy);

    private Verdict Judge(DateTime at, CustomerContext customer) => ContactCourtesy.Judge(
        new ContactRequest(Channel.PhoneCall, Purpose.Collection, at, ContactPhase.Planned) { MoveWithinDays = 7 }, customer, pack, HousePolicy.LawEnforced);

    private static CustomerContext Customer(int contacts) => new()
    {
        Key = "benchmark",
        TimeZoneIds = [TimeZoneCodes.WindowsId(45)!],
        History = [.. Enumerable.Range(0, contacts).Select(days => new ContactAttempt(Noon.AddDays(1 - days), Channel.PhoneCall, Purpose.Collection, ContactReach.Attempted))],
    };
}
