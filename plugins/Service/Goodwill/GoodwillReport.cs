using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What a job granted to the customers of a segment.</summary>
/// <param name="Segment">Null: they are in none.</param>
internal sealed record GoodwillFigure(string Job, ValueSegment? Segment, GoodwillKind Kind, string Currency, int Grants, int Customers, decimal Total);

/// <summary>What was granted, by job and segment, and what somebody should look at.</summary>
internal sealed record GoodwillReport(
    int Grants, IReadOnlyList<GoodwillFigure> Figures, IReadOnlyList<SplitCase> Splits, IReadOnlyList<Dealing> Dealings, IReadOnlyList<Favourite> Favourites)
{
    public static GoodwillReport Of(IReadOnlyList<GrantFact> grants, Func<Guid, string> jobOf, Func<Guid, PersonMarks> worker, Func<Guid, PersonMarks> customer) => new(
        grants.Count,
        [
            .. from grant in grants
               group grant by new { Job = jobOf(grant.Worker), grant.Segment, grant.Kind, grant.Currency } into figure
               orderby figure.Key.Job, figure.Key.Segment, figure.Key.Kind, figure.Key.Currency
               select new GoodwillFigure(
                   figure.Key.Job,
                   figure.Key.Segment,
                   figure.Key.Kind,
                   figure.Key.Currency,
                   figure.Count(),
                   figure.Select(grant => grant.Customer).Distinct().Count(),
                   figure.Sum(grant => grant.Amount)),
        ],
        SplitCases.Of(grants),
        SelfDealing.Of(grants, worker, customer),
        SelfDealing.Favourites(grants));
}
