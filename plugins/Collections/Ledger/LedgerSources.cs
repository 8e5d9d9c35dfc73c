namespace Crm.Extensions.Collections;

/// <summary>On what authority the rules that look at the ledger rest: the country's law where it speaks of the matter, else the house.</summary>
/// <remarks>Hours, caps and channels have their sources in the packs; these bind a purpose, not a value, and so stand beside the rules.</remarks>
internal static class LedgerSources
{
    private static readonly RuleSource ColombiaReferences = Law("Ley 2300 de 2023, art. 4");
    private static readonly RuleSource PeruCollection = Law("Ley 29571, art. 62");
    private static readonly RuleSource ChileCollection = Law("Ley 19.496, art. 37");
    private static readonly RuleSource EcuadorParties = Law("Ley Orgánica de Defensa del Consumidor, art. 49", verified: false);
    private static readonly RuleSource MexicoThirdParties = Law("CONDUSEF, cobranza", verified: false);
    private static readonly RuleSource StatesThirdParties = Law("12 CFR 1006.6(d)", verified: false);
    private static readonly RuleSource StatesRepresented = Law("12 CFR 1006.6(b)", verified: false);

    /// <param name="ruleId">One of <see cref="RuleIds"/>.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static RuleSource Of(string ruleId, string country) => ruleId switch
    {
        RuleIds.NotAParty => country switch
        {
            "CO" => ColombiaReferences,
            "PE" => PeruCollection,
            "CL" => ChileCollection,
            "EC" => EcuadorParties,
            _ => HousePolicy.Source,
        },
        RuleIds.ThirdParty => country switch
        {
            "CO" => ColombiaReferences,
            "PE" => PeruCollection,
            "CL" => ChileCollection,
            "MX" => MexicoThirdParties,
            "US" => StatesThirdParties,
            _ => HousePolicy.Source,
        },
        RuleIds.SharedAddress when country == "PE" => PeruCollection,
        _ => HousePolicy.Source,
    };

    /// <summary>The authority of a hold.</summary>
    public static RuleSource OfHold(HoldKind kind, string country) => kind switch
    {
        HoldKind.Insolvency when country == "CL" => ChileCollection,
        HoldKind.Represented when country == "US" => StatesRepresented,
        _ => HousePolicy.Source,
    };

    private static RuleSource Law(string text, bool verified = true) => new(text, IsLaw: true, verified);
}
