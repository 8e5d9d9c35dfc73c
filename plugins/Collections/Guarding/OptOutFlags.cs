using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>The "do not allow" boxes of contact, account and lead, and the opt-outs that each of them is.</summary>
/// <remarks>A box ticked on any row of a customer holds for the customer. Like any opt-out it keeps back no exempt purpose (fraud alerts, legal notices …).</remarks>
internal static class OptOutFlags
{
    public const string Phone = "donotphone";
    public const string Email = "donotemail";
    public const string BulkEmail = "donotbulkemail";
    public const string PostalMail = "donotpostalmail";

    public static readonly string[] Columns = [Phone, Email, BulkEmail, PostalMail];

    /// <summary>What is sent to many alike: offers, surveys and thanks.</summary>
    private static readonly Purpose[] Bulk = [Purpose.ThankYou, Purpose.Sales, Purpose.Survey];

    public static IEnumerable<Consent> Of(string flag) => flag == BulkEmail
        ? Bulk.Select(purpose => new Consent(ConsentKind.OptOut, Channel.Email, purpose))
        : [new Consent(ConsentKind.OptOut, ChannelOf(flag), null)];

    /// <summary>The channel that a box closes; that of bulk e-mail closes e-mail for some purposes only.</summary>
    public static Channel ChannelOf(string flag) => flag switch
    {
        Phone => Channel.PhoneCall,
        PostalMail => Channel.Letter,
        _ => Channel.Email,
    };

    /// <summary>
    /// Whether opt-outs, taken together, are what the box says. An opt-out of every channel is all boxes; one of single purposes is no box, but that of
    /// all bulk purposes is the box of bulk e-mail.
    /// </summary>
    public static bool IsWanted(string flag, IReadOnlyCollection<Consent> optOuts)
    {
        var channel = ChannelOf(flag);
        bool Covers(Purpose? purpose) => optOuts.Any(consent =>
            (consent.Channel is null || consent.Channel == channel) && (consent.Purpose is null || consent.Purpose == purpose));
        return flag == BulkEmail ? Bulk.All(purpose => Covers(purpose)) : Covers(null);
    }
}
