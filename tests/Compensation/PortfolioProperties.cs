using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Portfolios;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>What holds however customers and managers come: who answers for whom is one person, and no accident.</summary>
[Properties(Arbitrary = [typeof(Houses)], MaxTest = 200)]
public class PortfolioProperties
{
    [Property]
    public bool Every_customer_has_exactly_one_manager(House house)
    {
        var proposal = house.Propose();
        return house.Customers.All(customer => proposal.ManagerOf.TryGetValue(customer.Id, out var manager) && house.Workers.Any(worker => worker.Id == manager))
            && proposal.ManagerOf.Count == house.Customers.Count
            && proposal.Loads.Sum(load => load.CustomersAfter) == house.Customers.Count;
    }

    [Property]
    public bool The_order_of_customers_and_managers_is_irrelevant(House house)
    {
        var other = PortfolioBalance.Propose(Enumerable.Reverse(house.Customers), Enumerable.Reverse(house.Workers));
        var one = house.Propose();
        return one.Moves.SequenceEqual(other.Moves) && one.ManagerOf.All(pair => other.ManagerOf[pair.Key] == pair.Value) && one.Loads.SequenceEqual(other.Loads);
    }

    [Property]
    public bool A_move_is_told_for_each_customer_who_changes_and_for_no_other(House house)
    {
        var proposal = house.Propose();
        var changed = house.Customers.Where(customer => customer.ManagerId != proposal.ManagerOf[customer.Id]).Select(customer => customer.Id).Order();
        return changed.SequenceEqual(proposal.Moves.Select(move => move.CustomerId).Order())
            && proposal.Moves.All(move => move.ToId == proposal.ManagerOf[move.CustomerId] && move.FromId == house.Of(move.CustomerId).ManagerId);
    }

    [Property]
    public bool A_relationship_that_works_ends_only_where_a_manager_is_overloaded(House house) =>
        house.Propose().Moves
            .Where(move => move.FromId is { } from && house.Workers.Any(worker => worker.Id == from) && !house.Of(move.CustomerId).Discontent.ContainsKey(from))
            .All(move => move.Reason == MoveReason.Overload && move.Figure > PortfolioBalance.Overload);

    [Property]
    public bool Proposing_again_after_the_moves_were_made_moves_nobody_for_the_same_reason(House house)
    {
        var proposal = house.Propose();
        var moved = house.Customers.Select(customer => customer with { ManagerId = proposal.ManagerOf[customer.Id] });
        return PortfolioBalance.Propose(moved, house.Workers).Moves.All(move => move.Reason is MoveReason.Overload or MoveReason.Discontent);
    }

    /// <summary>Some customers and some managers, of whom one may be away; some customers have a manager who left, some none.</summary>
    public sealed class House
    {
        internal House(IReadOnlyList<PortfolioCustomer> customers, IReadOnlyList<PortfolioWorker> workers)
        {
            Customers = customers;
            Workers = workers;
        }

        internal IReadOnlyList<PortfolioCustomer> Customers { get; }

        internal IReadOnlyList<PortfolioWorker> Workers { get; }

        internal PortfolioDivision Propose() => PortfolioBalance.Propose(Customers, Workers);

        internal PortfolioCustomer Of(Guid id) => Customers.First(customer => customer.Id == id);

        public override string ToString() => $"{Customers.Count} customers, {Workers.Count} managers";
    }

    public static class Houses
    {
        private static readonly string[] Countries = ["MX", "CO", ""];

        public static Arbitrary<House> House() => Arb.From(
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from customers in Gen.Choose(0, 60)
            from workers in Gen.Choose(1, 8)
            select Make(new Random(seed), customers, workers));

        private static House Make(Random chance, int customers, int workers)
        {
            var managers = Enumerable.Range(0, workers).Select(number => new PortfolioWorker(Id(chance), "W" + number, "Manager " + number)
            {
                Country = Countries[chance.Next(Countries.Length)], Receives = chance.Next(6) > 0,
            }).ToList();
            var left = Id(chance);
            return new House(
            [
                .. Enumerable.Range(0, customers).Select(number => new PortfolioCustomer(Id(chance), "Customer " + number, chance.Next(3) == 0 ? 0 : chance.Next(100_000), chance.Next(4) == 0 ? "USD" : "MXN")
                {
                    Country = Countries[chance.Next(Countries.Length)],
                    ManagerId = chance.Next(4) switch { 0 => null, 1 => left, _ => managers[chance.Next(Math.Max(1, workers / 2))].Id },
                    DaysTogether = chance.Next(1000),
                    Discontent = chance.Next(5) == 0 ? new Dictionary<Guid, int> { [managers[chance.Next(workers)].Id] = chance.Next(5) } : [],
                }),
            ],
            managers);
        }

        private static Guid Id(Random chance)
        {
            var bytes = new byte[16];
            chance.NextBytes(bytes);
            return new Guid(bytes);
        }
    }
}
