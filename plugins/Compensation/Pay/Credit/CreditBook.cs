using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Pay.Credit;

/// <summary>What a worker's measures look at: the customers in order of their ids, each with its stints.</summary>
internal sealed class CreditBook
{
    public CreditBook(StatementInput input, int transitionDays)
    {
        Input = input;
        Presence = new Presence(input.Period, input.Worker, input.Absences);
        var stints = new List<Stint>(input.Customers.Count);
        foreach (var customer in input.Customers.OrderBy(customer => customer.Id, StringComparer.Ordinal))
            stints.AddRange(CustomerCredit.Of(customer, input.Worker.Id, input.Period, transitionDays, Presence));
        Stints = stints;
    }

    public StatementInput Input { get; }

    public Presence Presence { get; }

    public IReadOnlyList<Stint> Stints { get; }
}
