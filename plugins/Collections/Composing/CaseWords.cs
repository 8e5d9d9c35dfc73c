using System.Globalization;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Options in words, in the file's language: the labels of the tenant are in the language of who asks, not of who reads.</summary>
internal static class CaseWords
{
    private static readonly string[] Shared = ["crmx_channel", "crmx_purpose", "crmx_decision", "crmx_method", "crmx_returnreason", "crmx_cause"];

    /// <summary>The option's word, or null where the column is empty.</summary>
    public static string? Of(Language language, Entity row, string column)
    {
        if (row.GetAttributeValue<OptionSetValue>(column) is not { } option)
        {
            // an amount of no kind is an instalment
            return row.LogicalName == "crmx_installment" && column == "crmx_kind" ? CaseFile.Say(language, "crmx_installment.crmx_kind.574840000") : null;
        }

        var name = System.Array.IndexOf(Shared, column) >= 0 ? column : row.LogicalName + "." + column;
        return CaseFile.Say(language, name + "." + option.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What a rule is called where people read of it; empty for one that this version does not know.</summary>
    public static string Rule(Language language, string id) =>
        id is RuleIds.Exempt or RuleIds.Requested || RuleIds.All.Contains(id) ? CaseFile.Say(language, "rule." + id) : "";
}
