using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>A customer of segment A or B who must have somebody to answer for him.</summary>
/// <param name="Potential">What could still be won with him, in <paramref name="Currency"/>; 0: not known.</param>
/// <param name="Currency">Potentials are compared within a currency only.</param>
internal sealed record PortfolioCustomer(Guid Id, string Name, decimal Potential, string Currency)
{
    /// <summary>ISO 3166-1 alpha-2; may be empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>Who answers for him now; null: nobody.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>Since when, as days; the longer, the rather he stays.</summary>
    public int DaysTogether { get; init; }

    /// <summary>Workers with whom he was not content, with the score that he gave (0 to 10).</summary>
    public IReadOnlyDictionary<Guid, int> Discontent { get; init; } = new Dictionary<Guid, int>();
}

/// <summary>A customer manager.</summary>
internal sealed record PortfolioWorker(Guid Id, string Hrid, string Name)
{
    /// <summary>ISO 3166-1 alpha-2; may be empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>False: away for the time being. Customers stay with them, but none is added.</summary>
    public bool Receives { get; init; } = true;
}
