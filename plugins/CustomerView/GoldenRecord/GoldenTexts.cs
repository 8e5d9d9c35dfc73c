using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Says to people what a computation of a customer came to.</summary>
internal static class GoldenTexts
{
    private static readonly Texts Texts = new("Crm.Extensions.CustomerView.GoldenRecord.GoldenMessages");

    public static string Write(Language language, string name, params object[] facts) => Texts.Write(language, name, facts);

    public static string Explain(Language language, RefreshResult result)
    {
        // what is kept for the house itself is no news to people
        var count = result.Written.Count(column => column is not (Customer.Fields.Lineage or Customer.Fields.EnrichedOn or Customer.Fields.Stage));
        return count == 0 ? Write(language, "Same") : count == 1 ? Write(language, "One") : Write(language, "Many", count);
    }
}
