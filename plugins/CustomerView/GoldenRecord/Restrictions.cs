using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>What forbids dealing with a customer as with others: the kinds of the holds that are in force, in code, separated by commas.</summary>
internal static class Restrictions
{
    /// <summary>In the order of crmx_holdkind.</summary>
    private static readonly string[] Kinds = ["deceased", "insolvency", "represented", "hardship", "disaster", "disputed-amount", "minor"];

    /// <param name="kinds">Kinds of the holds in force, as numbers of crmx_holdkind less 574840000.</param>
    /// <param name="before">What stands there; a text that a person wrote is left alone.</param>
    public static string? Of(IEnumerable<int> kinds, string? before)
    {
        if (!IsOurs(before)) return before;

        var words = kinds.Where(kind => kind >= 0 && kind < Kinds.Length).Distinct().OrderBy(kind => kind).Select(kind => Kinds[kind]).ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    private static bool IsOurs(string? text) => string.IsNullOrWhiteSpace(text) || text!.Split(',').All(word => Array.IndexOf(Kinds, word.Trim()) >= 0);
}
