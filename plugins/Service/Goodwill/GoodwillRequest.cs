using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>A request for money, as it came in and was found to be sensible.</summary>
/// <param name="Currency">Empty: nobody names one.</param>
/// <param name="Taken">Of redress: the entry of our books; empty: the case says it.</param>
/// <param name="Request">What makes a repeated call the same; empty: every call is a new one.</param>
internal sealed record GoodwillRequest(decimal Amount, string Currency, GoodwillKind Kind, string Reason, string Taken, string Request)
{
    /// <summary>More than any apology: a slip of the pen.</summary>
    private const decimal MostAmount = 1_000_000_000_000m;

    private const int ShortestReason = 5;
    private const int MostReason = 2000;
    private const int MostKey = 100;

    /// <exception cref="Microsoft.Xrm.Sdk.InvalidPluginExecutionException">Something is wrong with it; the message says what.</exception>
    public static GoodwillRequest Read(ApiCall call, GoodwillDesk desk)
    {
        var amount = call.Input<decimal>("Amount");
        if (amount <= 0 || amount > MostAmount || decimal.Round(amount, 2) != amount) throw desk.Refuse("WrongAmount", MostAmount.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture));

        var word = call.Input<string>("Kind");
        if (!Words.TryRead<GoodwillKind>(word, out var kind)) throw desk.Refuse("UnknownWord", word.Shortened(50), string.Join(", ", Words.All<GoodwillKind>()));

        var currency = call.Input("Currency", "").Trim().ToUpperInvariant();
        if (currency.Length > 0 && (currency.Length != 3 || !currency.All(letter => letter is >= 'A' and <= 'Z'))) throw desk.Refuse("WrongCurrency", currency.Shortened(20));

        var reason = call.Input<string>("Reason").Trim();
        if (reason.Count(char.IsLetterOrDigit) < ShortestReason) throw desk.Refuse("ReasonNeeded", ShortestReason);
        if (reason.Length > MostReason) throw desk.Refuse("TooLong", "Reason", MostReason);

        return new GoodwillRequest(amount, currency, kind, reason, Key(call, desk, "Taken"), Key(call, desk, "Request"));
    }

    private static string Key(ApiCall call, GoodwillDesk desk, string parameter)
    {
        var text = call.Input(parameter, "").Trim();
        return text.Length <= MostKey ? text : throw desk.Refuse("TooLong", parameter, MostKey);
    }
}
