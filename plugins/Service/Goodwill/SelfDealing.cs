using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Why a customer may be the worker himself, or his own people.</summary>
internal enum DealingSign
{
    Himself,
    Email,
    Phone,
    Address,
    Name,
    Family,
    Account,
}

/// <summary>A worker and a customer who are too near, and what was granted.</summary>
internal sealed record Dealing(Guid Worker, Guid Customer, IReadOnlyList<DealingSign> Signs, int Grants, decimal Total, string Currency);

/// <summary>A customer to whom a worker comes back again and again.</summary>
/// <param name="Of">All grants of the worker.</param>
internal sealed record Favourite(Guid Worker, Guid Customer, int Grants, int Of, decimal Total, string Currency);

/// <summary>Finds who gave to himself or his own. A sign is no proof: it says where a person should look.</summary>
internal static class SelfDealing
{
    /// <summary>So many grants to one customer are a habit …</summary>
    public const int FavouriteFrom = 3;

    public static IReadOnlyList<DealingSign> Signs(PersonMarks worker, PersonMarks customer)
    {
        var signs = new List<DealingSign>();
        void Add(bool applies, DealingSign sign)
        {
            if (applies) signs.Add(sign);
        }

        Add(worker.Customers.Overlaps(customer.Customers), DealingSign.Himself);
        Add(worker.Emails.Overlaps(customer.Emails), DealingSign.Email);
        Add(worker.Phones.Overlaps(customer.Phones), DealingSign.Phone);
        Add(worker.Addresses.Overlaps(customer.Addresses), DealingSign.Address);
        Add(worker.Name.Length > 0 && worker.Name == customer.Name, DealingSign.Name);
        Add(worker.Tied.Overlaps(customer.Customers) || customer.Tied.Overlaps(worker.Customers), DealingSign.Family);
        Add(worker.Accounts.Overlaps(customer.Accounts), DealingSign.Account);
        return signs;
    }

    /// <summary>The most signs first.</summary>
    public static IReadOnlyList<Dealing> Of(IEnumerable<GrantFact> grants, Func<Guid, PersonMarks> worker, Func<Guid, PersonMarks> customer) =>
    [
        .. grants.GroupBy(grant => new { grant.Worker, grant.Customer, grant.Currency })
            .Select(pair => new Dealing(
                pair.Key.Worker, pair.Key.Customer, Signs(worker(pair.Key.Worker), customer(pair.Key.Customer)), pair.Count(), pair.Sum(grant => grant.Amount), pair.Key.Currency))
            .Where(dealing => dealing.Signs.Count > 0)
            .OrderByDescending(dealing => dealing.Signs.Count).ThenByDescending(dealing => dealing.Total).ThenBy(dealing => dealing.Customer),
    ];

    /// <summary>… where they are at least half of all that the worker granted.</summary>
    public static IReadOnlyList<Favourite> Favourites(IEnumerable<GrantFact> grants) =>
    [
        .. from worker in grants.Where(grant => grant.Kind == GoodwillKind.Goodwill).GroupBy(grant => grant.Worker)
           from customer in worker.GroupBy(grant => new { grant.Customer, grant.Currency })
           where customer.Count() >= FavouriteFrom && customer.Count() * 2 >= worker.Count()
           orderby customer.Count() descending, customer.Key.Customer
           select new Favourite(worker.Key, customer.Key.Customer, customer.Count(), worker.Count(), customer.Sum(grant => grant.Amount), customer.Key.Currency),
    ];
}
