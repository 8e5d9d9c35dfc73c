using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>One rule of disclosure.</summary>
/// <param name="Role">Name of a security role; empty: every role.</param>
/// <param name="Most">The most sensitive that it shows.</param>
/// <param name="Least">How well whoever asks must be known.</param>
internal sealed record DisclosureRule(UseOfData Use, DataCategory Category, string Role, DisclosureEffect Effect, Sensitivity Most, Verification Least);

/// <summary>Purposes × categories × roles: what may be shown to whom. What no rule names is denied.</summary>
/// <remarks>
/// Of one purpose and category the first of these that has a rule for the caller decides alone: the house's rules for a role he holds, the house's for
/// every role, the shipped ones for a role he holds, the shipped ones for every role. Where several of one kind fit, the one that shows most.
/// </remarks>
internal sealed class DisclosureMatrix
{
    private readonly ILookup<int, DisclosureRule> house;
    private readonly ILookup<int, DisclosureRule> shipped;

    /// <param name="house">The rows of crmx_disclosurerule.</param>
    /// <param name="shipped">Those in this assembly.</param>
    public DisclosureMatrix(IEnumerable<DisclosureRule> house, IEnumerable<DisclosureRule> shipped)
    {
        this.house = house.ToLookup(Key);
        this.shipped = shipped.ToLookup(Key);
    }

    /// <summary>What becomes of something of that category and sensitivity before somebody with those roles.</summary>
    public DisclosureAnswer Judge(UseOfData use, DataCategory category, Sensitivity sensitivity, ISet<string> roles, Verification verification) =>
        Best(Deciding(use, category, roles), sensitivity, verification);

    /// <summary>
    /// Whether a decision made for that purpose may rest on it, whoever asks: a rule shows it to somebody for that purpose, or lets it guide what is done.
    /// </summary>
    public bool MayGuide(UseOfData use, DataCategory category, Sensitivity sensitivity)
    {
        var key = Key(use, category);
        var rules = house.Contains(key) ? house[key] : shipped[key];
        return rules.Any(rule => rule.Effect == DisclosureEffect.MayOnly || (rule.Effect == DisclosureEffect.Show && sensitivity <= rule.Most));
    }

    private IReadOnlyList<DisclosureRule> Deciding(UseOfData use, DataCategory category, ISet<string> roles)
    {
        var key = Key(use, category);
        foreach (var rules in new[] { house[key], shipped[key] })
        {
            List<DisclosureRule>? own = null;
            List<DisclosureRule>? all = null;
            foreach (var rule in rules)
            {
                if (rule.Role.Length == 0)
                {
                    (all ??= []).Add(rule);
                }
                else if (roles.Contains(rule.Role))
                {
                    (own ??= []).Add(rule);
                }
            }

            if ((own ?? all) is { } deciding) return deciding;
        }

        return [];
    }

    private static DisclosureAnswer Best(IReadOnlyList<DisclosureRule> rules, Sensitivity sensitivity, Verification verification)
    {
        DisclosureAnswer? best = null;
        foreach (var rule in rules)
        {
            var answer = rule.Effect switch
            {
                DisclosureEffect.Withhold => DisclosureAnswer.Forbidden,
                DisclosureEffect.MayOnly => DisclosureAnswer.MayOnly,
                _ when sensitivity > rule.Most => DisclosureAnswer.Denied,
                _ => verification < rule.Least ? DisclosureAnswer.AfterVerification : DisclosureAnswer.Show,
            };
            if (best is null || answer < best) best = answer;
        }

        return best ?? DisclosureAnswer.Denied;
    }

    private static int Key(DisclosureRule rule) => Key(rule.Use, rule.Category);

    private static int Key(UseOfData use, DataCategory category) => ((int)use * 100) + (int)category;
}
