using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>Money that a customer paid on a day, or got back.</summary>
/// <param name="Day">The customer's own calendar day.</param>
/// <param name="Amount">In one currency for all; below zero: given back.</param>
internal readonly record struct Purchase(CalendarDate Day, decimal Amount);
