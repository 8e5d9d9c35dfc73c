using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>In which order the strategies decide, for each group.</summary>
internal sealed class SurvivorshipOrder
{
    // what moves is believed to who heard of it last; what never changes to who says it most often
    private static readonly Dictionary<SurvivingGroup, Strategy[]> ShippedOrders = new()
    {
        [SurvivingGroup.Name] = [Strategy.Trusted, Strategy.Frequent, Strategy.Complete, Strategy.Recent],
        [SurvivingGroup.Birth] = [Strategy.Trusted, Strategy.Frequent, Strategy.Recent, Strategy.Complete],
        [SurvivingGroup.Email] = [Strategy.Trusted, Strategy.Recent, Strategy.Frequent, Strategy.Complete],
        [SurvivingGroup.Phone] = [Strategy.Trusted, Strategy.Recent, Strategy.Frequent, Strategy.Complete],
        [SurvivingGroup.Address] = [Strategy.Trusted, Strategy.Recent, Strategy.Complete, Strategy.Frequent],
        [SurvivingGroup.NationalId] = [Strategy.Trusted, Strategy.Complete, Strategy.Frequent, Strategy.Recent],
        [SurvivingGroup.Addressing] = [Strategy.Recent, Strategy.Trusted, Strategy.Frequent, Strategy.Complete],
    };

    private readonly Dictionary<SurvivingGroup, Strategy[]> orders;

    private SurvivorshipOrder(Dictionary<SurvivingGroup, Strategy[]> orders) => this.orders = orders;

    /// <summary>The order where nobody configured another.</summary>
    public static SurvivorshipOrder Shipped { get; } = new(ShippedOrders);

    /// <summary>The strategies of a group, first the one that decides first.</summary>
    public IReadOnlyList<Strategy> Of(SurvivingGroup group) => orders[group];

    /// <summary>The same with another order for one group; strategies that the text leaves out decide last, words that it does not know are passed over.</summary>
    /// <param name="text">Such as <c>recent, trusted</c>.</param>
    public SurvivorshipOrder With(SurvivingGroup group, string? text)
    {
        var order = new List<Strategy>();
        foreach (var word in (text ?? "").Split(',', ';', ' '))
        {
            if (Enum.TryParse<Strategy>(word.Trim(), ignoreCase: true, out var strategy) && Enum.IsDefined(typeof(Strategy), strategy) && !char.IsDigit(word.Trim()[0]) && !order.Contains(strategy)) order.Add(strategy);
        }

        order.AddRange(ShippedOrders[group].Except(order).ToList());
        return new SurvivorshipOrder(new Dictionary<SurvivingGroup, Strategy[]>(orders) { [group] = [.. order] });
    }
}
