using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>The values of a pack that bind one channel and purpose, picked once: a decision asks for them again and again.</summary>
internal sealed class PackValues
{
    private static readonly CapValue[] None = [];

    private readonly CapValue[] daily;
    private readonly CapValue[] weekly;
    private readonly CapValue[] rolling;
    private readonly CapValue[] spacing;
    private readonly CapValue[] channels;

    public PackValues(CountryPack pack, Channel channel, Purpose purpose)
    {
        Hours = [.. pack.Hours.Where(value => value.Scope.Covers(channel, purpose))];
        Rests = [.. pack.Rests.Where(value => value.Scope.Covers(channel, purpose))];
        Forbidden = [.. pack.ForbiddenChannels.Where(value => value.Scope.Covers(channel, purpose))];
        daily = Pick(RuleIds.DailyCap);
        weekly = Pick(RuleIds.WeeklyCap);
        rolling = Pick(RuleIds.RollingCap);
        spacing = Pick(RuleIds.Spacing);
        channels = Pick(RuleIds.OneChannelPerWeek);
        Everything = new Scope([purpose], [channel], null, null);
        IsCounted = pack.IsCounted(purpose);
        IsCountedByWeek = pack.Caps.Any(cap => cap.RuleId is RuleIds.WeeklyCap or RuleIds.OneChannelPerWeek && cap.CountsPurpose(purpose));

        CapValue[] Pick(string rule) => [.. pack.Caps.Where(cap => cap.RuleId == rule && cap.Scope.Covers(channel, purpose))];
    }

    public PermittedHoursValue[] Hours { get; }

    public RestValue[] Rests { get; }

    public ForbiddenChannel[] Forbidden { get; }

    /// <summary>This channel and purpose on every day: the scope of what the house adds.</summary>
    public Scope Everything { get; }

    /// <summary>Some cap of the country counts the purpose.</summary>
    public bool IsCounted { get; }

    /// <summary>Some cap of the week counts the purpose.</summary>
    public bool IsCountedByWeek { get; }

    public CapValue[] Caps(string ruleId) => ruleId switch
    {
        RuleIds.DailyCap => daily,
        RuleIds.WeeklyCap => weekly,
        RuleIds.RollingCap => rolling,
        RuleIds.Spacing => spacing,
        RuleIds.OneChannelPerWeek => channels,
        _ => None,
    };
}
