using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>The rules' ids: what policies, attempts and verdicts call them.</summary>
internal static class RuleIds
{
    public const string PermittedHours = "permitted-hours";
    public const string PublicHoliday = "public-holiday";
    public const string DailyCap = "daily-cap";
    public const string WeeklyCap = "weekly-cap";
    public const string OneChannelPerWeek = "one-channel-per-week";
    public const string RestAfterConversation = "rest-after-conversation";
    public const string ChannelAuthorisation = "channel-authorisation";
    public const string ForbiddenChannel = "forbidden-channel";
    public const string OptOut = "opt-out";
    public const string CustomerWindow = "customer-window";

    /// <summary>Not a rule that objects: a purpose that no rule holds back.</summary>
    public const string Exempt = "exempt-purpose";

    /// <summary>Every rule that may object, in the order in which they are heard.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ForbiddenChannel, OptOut, ChannelAuthorisation, PermittedHours, PublicHoliday, CustomerWindow, DailyCap, WeeklyCap, OneChannelPerWeek,
        RestAfterConversation,
    ];
}
