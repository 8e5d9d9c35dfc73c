using System;
using System.Collections.Generic;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView;

/// <summary>How the APIs of this room read what they are given.</summary>
internal static class FactApi
{
    public static Language LanguageOf(ApiCall call) => call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;

    /// <summary>A word of a required parameter.</summary>
    /// <exception cref="InvalidPluginExecutionException">It is none; it says which there are.</exception>
    public static TWord Word<TWord>(ApiCall call, string parameter, Language language)
        where TWord : struct, Enum => Read<TWord>(call.Input<string>(parameter), parameter, language);

    /// <summary>A word of an optional parameter.</summary>
    public static TWord Word<TWord>(ApiCall call, string parameter, TWord otherwise, Language language)
        where TWord : struct, Enum => call.Has(parameter) ? Read<TWord>(call.Input<string>(parameter), parameter, language) : otherwise;

    /// <exception cref="InvalidPluginExecutionException">It is longer than its column.</exception>
    public static string Text(ApiCall call, string parameter, int most, Language language)
    {
        var text = call.Input(parameter, "");
        return text.Length <= most ? text : throw new InvalidPluginExecutionException(FactTexts.Write(language, "TooLong", parameter, most));
    }

    /// <summary>The ids that a customer goes by: what was recorded of one who turned out to be another is known of both. Reads each as the caller.</summary>
    public static IReadOnlyCollection<Guid> DemandCustomer(ApiCall call, Guid customer)
    {
        call.DemandReadable(Tables.Customer, customer);
        var merged = call.AsSystem.Retrieve(Tables.Customer, customer, new ColumnSet(Customer.Fields.MergedIntoId)).GetAttributeValue<EntityReference>(Customer.Fields.MergedIntoId);
        if (merged is null) return [customer];

        call.DemandReadable(Tables.Customer, merged.Id);
        return [customer, merged.Id];
    }

    private static TWord Read<TWord>(string text, string parameter, Language language)
        where TWord : struct, Enum =>
        Words.TryRead<TWord>(text, out var word)
            ? word
            : throw new InvalidPluginExecutionException(FactTexts.Write(language, "UnknownWord", parameter, text.Shortened(50), string.Join(", ", Words.All<TWord>())));
}
