using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Whose ledgers finance sends in a night: those of customers whom somebody means to contact that day, or still has to.</summary>
internal sealed class FeedList
{
    private readonly Dictionary<DateOnly, HashSet<int>> planned = [];
    private readonly Dictionary<int, int> waiting = [];

    public void Plan(int customer, DateOnly day)
    {
        if (!planned.TryGetValue(day, out var customers)) planned[day] = customers = [];
        customers.Add(customer);
    }

    /// <summary>A contact with the customer is put off.</summary>
    public void Wait(int customer) => waiting[customer] = waiting.GetValueOrDefault(customer) + 1;

    /// <summary>One that was put off has been made, or refused for good.</summary>
    public void Made(int customer)
    {
        if (waiting.GetValueOrDefault(customer) > 1) waiting[customer]--;
        else waiting.Remove(customer);
    }

    /// <summary>Indices of customers, in order.</summary>
    public IEnumerable<int> On(DateOnly day) => planned.GetValueOrDefault(day, []).Union(waiting.Keys).Order();
}
