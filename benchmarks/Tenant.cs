using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Cli.Packing;

namespace Crm.Extensions.Benchmarks;

/// <summary>The tenant that is measured: the managed zip, enforced, with customers in it.</summary>
internal static class Tenant
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly DateTime Eve = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    public static byte[] PackZip() => SolutionPacker.Pack(PackInput.Ours()).Managed;

    public static DemoTenant Open(byte[] zip) => DemoTenant.Open(zip, "enforce", Eve, 1033);

    public static IReadOnlyList<LoadedCustomer> Load(DemoTenant tenant, int customers) =>
        tenant.Load(GeneratedCustomers.Make(customers, Monday), _ => { });

    /// <summary>Those who may be asked for money: something is overdue, the ledger is fresh, and nothing is on its way.</summary>
    public static IReadOnlyList<LoadedCustomer> Owing(IEnumerable<LoadedCustomer> customers) =>
    [
        .. customers.Where(customer => customer.Customer.Obligation is { MonthsLate: > 0, Ledger: { FeedStopped: false, Payments.Count: 0 } }),
    ];
}
