using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>A proposal in words: what changes, what each manager carries, and why each customer moves, as far as there is room.</summary>
internal static class ProposalText
{
    /// <summary>The most moves of one proposal: what its column holds.</summary>
    public const int MostMoves = 4000;

    private const int MostLetters = 4000;

    /// <param name="withCustomers">Whether customers are named: in an answer they are, in what is kept they stand by id alone, or a name would outlive its erasure.</param>
    public static string Write(PortfolioDivision division, int customers, IReadOnlyDictionary<Guid, string> names, Language language, bool withCustomers)
    {
        var text = new StringBuilder();
        bool Add(string line)
        {
            if (text.Length + line.Length + 1 > MostLetters) return false;
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
            return true;
        }

        Add(PortfolioTexts.Write(language, "Proposed", customers, division.Loads.Count, division.Moves.Count, customers - division.Moves.Count));
        if (division.Moves.Count > MostMoves) Add(PortfolioTexts.Write(language, "ProposedMore", MostMoves));
        var lines = division.Loads
            .Select(load => PortfolioTexts.Write(language, "Load", load.Worker.Name, load.Worker.Hrid, load.CustomersBefore, load.CustomersAfter, load.PercentBefore, load.PercentAfter))
            .Concat(division.Moves.Where(_ => withCustomers).Select(move => PortfolioTexts.Write(language, "Move", move.Customer, NameOf(names, move.ToId), Why(move, names, language))));
        foreach (var line in lines)
        {
            if (!Add(line)) break;
        }

        return text.ToString();
    }

    public static PortfolioFile File(PortfolioDivision division, int customers, string asOf) => new()
    {
        AsOf = asOf,
        Customers = customers,
        More = division.Moves.Count > MostMoves,
        Unplaced = division.Unplaced.Count,
        Moves = [.. division.Moves.Take(MostMoves).Select(move => new PortfolioFileMove
        {
            Customer = move.CustomerId, From = move.FromId, To = move.ToId, Why = Words.Of(move.Reason), Figure = move.Figure,
        })],
        Loads = [.. division.Loads.Select(load => new PortfolioFileLoad
        {
            Worker = load.Worker.Id, Hrid = load.Worker.Hrid, Name = load.Worker.Name,
            CustomersBefore = load.CustomersBefore, CustomersAfter = load.CustomersAfter, LoadBefore = load.PercentBefore, LoadAfter = load.PercentAfter,
        })],
    };

    private static string Why(PortfolioMove move, IReadOnlyDictionary<Guid, string> names, Language language) =>
        PortfolioTexts.Why(language, move.Reason, move.FromId is { } from ? NameOf(names, from) : "", move.Figure);

    private static string NameOf(IReadOnlyDictionary<Guid, string> names, Guid worker) => names.TryGetValue(worker, out var name) ? name : "?";
}
