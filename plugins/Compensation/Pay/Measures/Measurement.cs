using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>What a component found.</summary>
internal sealed class Measurement
{
    private const int Places = 6;

    private Measurement(bool isMeasured, decimal measured, decimal goal, IReadOnlyList<MeasuredPart> parts)
    {
        IsMeasured = isMeasured;
        Measured = measured;
        Goal = goal;
        Parts = parts;
    }

    public bool IsMeasured { get; }

    public decimal Measured { get; }

    public decimal Goal { get; }

    /// <summary>Measured ÷ goal, to six decimals, never below 0.</summary>
    public decimal Attainment => !IsMeasured || Measured <= 0 ? 0 : Math.Round(Measured / Goal, Places, MidpointRounding.AwayFromZero);

    /// <summary>Customer by customer, in order of their ids; one of no customer where there are none.</summary>
    public IReadOnlyList<MeasuredPart> Parts { get; }

    /// <summary>Measured, where there is a goal to measure against.</summary>
    public static Measurement Of(decimal measured, decimal goal, IReadOnlyList<MeasuredPart> parts) => new(goal > 0, measured, goal, parts);

    public static Measurement None(decimal measured, decimal goal, IReadOnlyList<MeasuredPart> parts) => new(false, measured, goal, parts);
}

/// <summary>A customer's part in a measure.</summary>
internal sealed class MeasuredPart(string customerId, decimal weight, string measure, string evidence)
{
    /// <summary>Empty: no customer's.</summary>
    public string CustomerId { get; } = customerId;

    /// <summary>By which the amount is parted; nothing: the customer is told, and earns nothing.</summary>
    public decimal Weight { get; } = weight;

    public string Measure { get; } = measure;

    public string Evidence { get; } = evidence;
}
