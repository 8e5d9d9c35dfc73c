using System;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>Nobody is spoken to about an obligation that does not bind him, or in a capacity that the country's law leaves alone; references never.</summary>
/// <remarks>Sources: Ley 2300 de 2023, art. 4 (Colombia); Ley 29571, art. 62 (Peru); Ley 19.496, art. 37 (Chile); LODC, art. 49 (Ecuador).</remarks>
internal sealed class NotAParty : LedgerRule
{
    public override string Id => RuleIds.NotAParty;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var ledger = situation.Ledger!;
        var named = ledger.Concerned.FirstOrDefault() ?? ledger.All.FirstOrDefault();
        return situation.Request.ObligationKey is not null && ledger.Concerned.Count == 0 ? Because(situation, "NotAParty")
            : named is { MayBeTold: false } ? Because(situation, "MayNotBeTold")
            : Because(situation, "RoleNotContacted", named?.Role ?? PartyRole.Reference);
    }

    protected override bool Concerns(ContactRequest request) => request.ObligationKey is not null || request.Purpose.SpeaksOfDebt() || request.Purpose == Purpose.ThankYou;

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation)
    {
        var speaksOfIt = situation.Request.Purpose.SpeaksOfDebt() || situation.Request.Purpose == Purpose.ThankYou;
        return situation.Request.ObligationKey is null
            ? ledger.All.Count > 0 && ledger.Concerned.Count == 0
            : ledger.Concerned.Count == 0 || (speaksOfIt && !ledger.Concerned.All(ledger.MayHear));
    }
}

/// <summary>Nothing about a debt reaches an answering machine or somebody who is no party to it; a name and a number to call back is all.</summary>
/// <remarks>
/// Sources: Ley 2300 de 2023, art. 4 (Colombia); Ley 29571, art. 62 (Peru); Ley 19.496, art. 37 (Chile); CONDUSEF (Mexico); 12 CFR 1006.6(d)
/// (United States); else house policy.
/// </remarks>
internal sealed class ThirdParty : IContactRule
{
    public string Id => RuleIds.ThirdParty;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) => Objects(situation) ? null : fromUtc;

    public Objection Explain(DateTime atUtc, Situation situation) => new(
        LedgerSources.Of(Id, situation.Pack.Country),
        situation.Request.ReachesThirdParty ? "ThirdParty" : "AnsweringMachine",
        []);

    private static bool Objects(Situation situation)
    {
        var request = situation.Request;
        if (!request.Purpose.SpeaksOfDebt() || !(request.ReachesThirdParty || request.ReachedMachine))
        {
            return false;
        }

        // of what was made and left no words, nothing more is known than that it was an attempt; what is still to go out is about a debt by its purpose
        return request.Text is { Length: > 0 } text ? Wording.TextCheck.DisclosesDebt(text, situation.Pack.Country) : request.ReachesThirdParty && request.Phase != ContactPhase.Happened;
    }
}

/// <summary>Nothing about a debt goes to an address or a number that is shared, or at work.</summary>
/// <remarks>Source: Ley 29571, art. 62 (Peru); else house policy.</remarks>
internal sealed class SharedAddress : IContactRule
{
    public string Id => RuleIds.SharedAddress;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Request.Purpose.SpeaksOfDebt() && KindOf(situation) != AddressKind.Own ? null : fromUtc;

    public Objection Explain(DateTime atUtc, Situation situation) => new(
        LedgerSources.Of(Id, situation.Pack.Country),
        KindOf(situation) == AddressKind.Workplace ? "WorkAddress" : "SharedAddress",
        [situation.Request.Channel]);

    private static AddressKind KindOf(Situation situation) => situation.Request.Channel switch
    {
        Channel.Email => situation.Customer.EmailKind,
        Channel.PhoneCall or Channel.Sms or Channel.WhatsApp => situation.Customer.PhoneKind,
        _ => AddressKind.Own,
    };
}
