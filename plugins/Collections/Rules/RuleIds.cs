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

    public const string RollingCap = "rolling-cap";
    public const string Spacing = "spacing";
    public const string BusinessClosure = "business-closure";
    public const string Hold = "contact-hold";
    public const string NotAParty = "not-a-party";
    public const string ThirdParty = "third-party";
    public const string SharedAddress = "shared-address";
    public const string StaleLedger = "stale-ledger";
    public const string NothingOverdue = "nothing-overdue";
    public const string Immaterial = "immaterial-amount";
    public const string DebitWindow = "debit-window";
    public const string BankFault = "bank-fault";
    public const string PaymentInTransit = "payment-in-transit";
    public const string DisputedAmount = "disputed-amount";
    public const string OpenPromise = "open-promise";
    public const string UntrueThanks = "untrue-thanks";
    public const string ThanksSeldom = "thanks-seldom";
    public const string NeedlessReminder = "needless-reminder";
    public const string NeedlessDeposit = "needless-deposit";
    public const string OfferInDifficulty = "offer-in-difficulty";
    public const string OfferInService = "offer-in-service";
    public const string OfferCap = "offer-cap";

    public const string LimitNotice = "limit-notice";
    public const string LimitConsent = "limit-consent";
    public const string LimitReason = "limit-reason";
    public const string BlockReason = "block-reason";
    public const string BlockClosing = "block-before-closing";
    public const string BlockAbroad = "block-abroad";

    /// <summary>Not a rule that objects: a purpose that no rule holds back.</summary>
    public const string Exempt = "exempt-purpose";

    /// <summary>Not a rule that objects: the customer asked for this contact.</summary>
    public const string Requested = "requested-by-customer";

    /// <summary>Rules of limits and cards, which judge no contact; a courtesy policy may set their modes.</summary>
    public static readonly IReadOnlyList<string> Limits = [LimitNotice, LimitConsent, LimitReason, BlockReason, BlockClosing, BlockAbroad];

    /// <summary>Every rule that may object, in the order in which they are heard.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ForbiddenChannel, OptOut, ChannelAuthorisation, PermittedHours, PublicHoliday, BusinessClosure, CustomerWindow, DailyCap, WeeklyCap, RollingCap,
        Spacing, OneChannelPerWeek, RestAfterConversation,
        Hold, NotAParty, ThirdParty, SharedAddress, StaleLedger, NothingOverdue, Immaterial, DebitWindow, BankFault, PaymentInTransit, DisputedAmount,
        OpenPromise, UntrueThanks, ThanksSeldom, NeedlessReminder, NeedlessDeposit, OfferInDifficulty, OfferInService, OfferCap,
    ];
}
