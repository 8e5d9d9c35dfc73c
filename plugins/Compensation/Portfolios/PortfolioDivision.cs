using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Why a customer is to get another manager.</summary>
internal enum MoveReason
{
    /// <summary>Nobody answers for him.</summary>
    Nobody,

    /// <summary>The manager has left, or manages customers no more.</summary>
    Left,

    /// <summary>He was not content with the manager.</summary>
    Discontent,

    /// <summary>The manager carries far more than a fair part.</summary>
    Overload,
}

/// <summary>A customer is to go to another manager.</summary>
/// <param name="FromId">Null: nobody answered for him.</param>
/// <param name="Figure">The score he gave (discontent), or the manager's load as percent of a fair part (overload); 0 otherwise.</param>
internal sealed record PortfolioMove(Guid CustomerId, string Customer, Guid? FromId, Guid ToId, MoveReason Reason, int Figure);

/// <summary>What a manager carries: 100 is a fair part.</summary>
internal sealed record PortfolioLoad(PortfolioWorker Worker, int CustomersBefore, int CustomersAfter, int PercentBefore, int PercentAfter);

/// <summary>How the customers could be parted among the managers.</summary>
/// <param name="Unplaced">Customers for whom there is no manager at all.</param>
internal sealed record PortfolioDivision(
    IReadOnlyList<PortfolioMove> Moves, IReadOnlyList<PortfolioLoad> Loads, IReadOnlyList<PortfolioCustomer> Unplaced, IReadOnlyDictionary<Guid, Guid> ManagerOf);
