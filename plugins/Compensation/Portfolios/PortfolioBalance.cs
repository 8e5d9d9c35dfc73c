using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>
/// Parts customers of segment A and B among customer managers: who has a manager with whom it works stays with that manager; who has none goes to the
/// one who carries least, in the customer's country where there is somebody; and only where a manager carries far more than a fair part does a customer leave
/// who would have stayed, the shortest acquaintance first.
/// </summary>
/// <remarks>Deterministic: the same customers and managers, in whatever order, give the same proposal.</remarks>
internal sealed class PortfolioBalance
{
    /// <summary>Percent of a fair part above which a manager is relieved of customers.</summary>
    public const int Overload = 150;

    private readonly IReadOnlyDictionary<Guid, long> weights;
    private readonly List<PortfolioWorker> workers;
    private readonly Dictionary<Guid, PortfolioWorker> byId;
    private readonly Dictionary<Guid, long> loads;
    private readonly Dictionary<Guid, Guid> managers = [];
    private readonly List<PortfolioMove> moves = [];
    private readonly List<PortfolioCustomer> unplaced = [];
    private readonly decimal fair;

    private PortfolioBalance(List<PortfolioCustomer> customers, List<PortfolioWorker> workers)
    {
        this.workers = workers;
        weights = PortfolioWeights.Of(customers);
        byId = workers.ToDictionary(worker => worker.Id);
        loads = workers.ToDictionary(worker => worker.Id, _ => 0L);
        fair = workers.Count == 0 ? 0 : (decimal)weights.Values.Sum() / workers.Count;
    }

    public static PortfolioDivision Propose(IEnumerable<PortfolioCustomer> customers, IEnumerable<PortfolioWorker> workers)
    {
        // the heaviest first, so that the small ones even out what is left
        var all = customers.OrderBy(customer => customer.Id).ToList();
        var balance = new PortfolioBalance(all, [.. workers.OrderBy(worker => worker.Hrid, StringComparer.Ordinal).ThenBy(worker => worker.Id)]);
        var ordered = all.OrderByDescending(customer => balance.weights[customer.Id]).ThenBy(customer => customer.Id).ToList();
        return balance.Run(ordered);
    }

    private PortfolioDivision Run(List<PortfolioCustomer> customers)
    {
        var counts = Counts(customers.Where(customer => customer.ManagerId is not null).Select(customer => customer.ManagerId!.Value));
        foreach (var customer in customers.Where(Stays)) Give(customer, customer.ManagerId!.Value);
        var before = customers.Where(customer => customer.ManagerId is { } manager && byId.ContainsKey(manager))
            .GroupBy(customer => customer.ManagerId!.Value).ToDictionary(book => book.Key, book => book.Sum(customer => weights[customer.Id]));
        foreach (var customer in customers.Where(customer => !Stays(customer))) Place(customer);
        foreach (var worker in workers) Relieve(worker, customers);

        var after = Counts(managers.Values);
        return new PortfolioDivision(
            [.. moves.OrderBy(move => move.Reason).ThenBy(move => move.CustomerId)],
            [.. workers.Select(worker => new PortfolioLoad(
                worker, Of(counts, worker), Of(after, worker), Percent(before.TryGetValue(worker.Id, out var load) ? load : 0), Percent(loads[worker.Id])))],
            unplaced,
            managers);
    }

    private bool Stays(PortfolioCustomer customer) =>
        customer.ManagerId is { } manager && byId.ContainsKey(manager) && (!customer.Discontent.ContainsKey(manager) || Best(customer) is not { } other || other.Id == manager);

    private void Place(PortfolioCustomer customer)
    {
        if (Best(customer) is not { } worker)
        {
            unplaced.Add(customer);
            return;
        }

        var reason = customer.ManagerId is not { } former ? MoveReason.Nobody : byId.ContainsKey(former) ? MoveReason.Discontent : MoveReason.Left;
        Give(customer, worker.Id);
        moves.Add(new PortfolioMove(
            customer.Id, customer.Name, customer.ManagerId, worker.Id, reason, reason == MoveReason.Discontent ? customer.Discontent[customer.ManagerId!.Value] : 0));
    }

    private void Relieve(PortfolioWorker worker, List<PortfolioCustomer> customers)
    {
        var book = customers
            .Where(customer => managers.TryGetValue(customer.Id, out var manager) && manager == worker.Id && customer.ManagerId == worker.Id)
            .OrderBy(customer => customer.DaysTogether).ThenBy(customer => weights[customer.Id]).ThenBy(customer => customer.Id);
        foreach (var customer in book)
        {
            var percent = Percent(loads[worker.Id]);
            if (percent <= Overload) return;

            // nobody is relieved by overloading somebody else
            if (Best(customer, except: worker.Id) is not { } other || loads[other.Id] + weights[customer.Id] > fair) continue;
            loads[worker.Id] -= weights[customer.Id];
            Give(customer, other.Id);
            moves.Add(new PortfolioMove(customer.Id, customer.Name, worker.Id, other.Id, MoveReason.Overload, percent));
        }
    }

    // who is away gets nobody new, unless there is nobody else
    private PortfolioWorker? Best(PortfolioCustomer customer, Guid? except = null) =>
        workers
            .Where(worker => worker.Id != except)
            .OrderBy(worker => customer.Discontent.ContainsKey(worker.Id))
            .ThenBy(worker => !worker.Receives)
            .ThenBy(worker => customer.Country.Length > 0 && !string.Equals(worker.Country, customer.Country, StringComparison.OrdinalIgnoreCase))
            .ThenBy(worker => loads[worker.Id])
            .FirstOrDefault();

    private void Give(PortfolioCustomer customer, Guid worker)
    {
        managers[customer.Id] = worker;
        loads[worker] += weights[customer.Id];
    }

    private int Percent(long load) => fair == 0 ? 0 : (int)Math.Round(load * 100m / fair, MidpointRounding.AwayFromZero);

    private static Dictionary<Guid, int> Counts(IEnumerable<Guid> managers) => managers.GroupBy(manager => manager).ToDictionary(book => book.Key, book => book.Count());

    private static int Of(Dictionary<Guid, int> counts, PortfolioWorker worker) => counts.TryGetValue(worker.Id, out var count) ? count : 0;
}
