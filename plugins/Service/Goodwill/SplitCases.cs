using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Several grants, each within the limit, that together were one beyond it.</summary>
/// <param name="Limit">The greatest that any of the workers may spend on one case.</param>
internal sealed record SplitCase(Guid Customer, string Currency, decimal Total, decimal Limit, IReadOnlyList<GrantFact> Grants);

/// <summary>Finds amounts that were cut into pieces to stay below the case's limit. Found afterwards; a form that forbids it would also forbid the second honest apology.</summary>
internal static class SplitCases
{
    /// <summary>Grants to one customer within so many days are looked at together.</summary>
    public const int WithinDays = 7;

    /// <summary>The greatest total first.</summary>
    public static IReadOnlyList<SplitCase> Of(IEnumerable<GrantFact> grants) =>
    [
        .. grants.Where(grant => grant.Kind == GoodwillKind.Goodwill)
            .GroupBy(grant => new { grant.Customer, grant.Currency })
            .SelectMany(customer => Find([.. customer.OrderBy(grant => grant.On).ThenBy(grant => grant.Id)]))
            .OrderByDescending(split => split.Total).ThenBy(split => split.Customer),
    ];

    private static IEnumerable<SplitCase> Find(IReadOnlyList<GrantFact> grants)
    {
        for (var first = 0; first < grants.Count; first++)
        {
            var near = grants.Skip(first).TakeWhile(grant => grants[first].On.DaysUntil(grant.On) < WithinDays).ToList();
            if (near.Select(Place).Distinct().Count() < 2 || near.Max(grant => grant.Limit) is not { } limit || near.Sum(grant => grant.Amount) <= limit) continue;

            yield return new SplitCase(grants[first].Customer, grants[first].Currency, near.Sum(grant => grant.Amount), limit, near);
            first += near.Count - 1;
        }
    }

    // where the limit was counted: a case, or a day without one
    private static string Place(GrantFact grant) => grant.Case is { } id ? id.ToString("N") : grant.On.ToString();
}
