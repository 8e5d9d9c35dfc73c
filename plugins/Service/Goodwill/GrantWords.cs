namespace Crm.Extensions.Service.Goodwill;

/// <summary>What was granted, and what is left, in sentences.</summary>
internal static class GrantWords
{
    public static string Granted(GoodwillDesk desk, GoodwillWish wish, JudgedWish judged)
    {
        var said = GoodwillTexts.Write(
            desk.Language,
            wish.Place.Case is null ? "GrantedToday" : "GrantedOnCase",
            wish.Say(desk.Language),
            wish.Place.Customer.Name,
            wish.Say(judged.LeftOnCaseAfter, judged.Limit.Currency, desk.Language));
        return judged.LeftInMonthAfter is { } month && judged.Ruling.Outcome == GoodwillOutcome.Granted
            ? said + " " + GoodwillTexts.Write(desk.Language, "LeftInMonth", wish.Say(month, judged.Limit.Currency, desk.Language))
            : said;
    }

    /// <summary>"200.00 USD for this case", "50.00 USD this month": the limit that was met.</summary>
    public static string Left(GoodwillDesk desk, GoodwillWish wish, JudgedWish judged) => judged.Ruling.Outcome == GoodwillOutcome.BeyondMonth
        ? GoodwillTexts.Write(desk.Language, "OfMonth", wish.Say(judged.Ruling.LeftInMonth ?? 0, judged.Limit.Currency, desk.Language))
        : GoodwillTexts.Write(
            desk.Language, wish.Place.Case is null ? "OfDay" : "OfCase", wish.Say(judged.Ruling.LeftOnCase, judged.Limit.Currency, desk.Language));
}
