namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Compares names as they stand, and with given and family name of one record exchanged; the better of the two counts.</summary>
/// <remarks>
/// Exchanged names cost the odds of such a slip, so that the agreement is not counted as if there had been only one way to agree. Given names "Thomas", surname "Gabriel" and the
/// reverse; or "Thomas" alone in the wrong column.
/// </remarks>
internal static class NameOrdering
{
    public static PairLevels Compare(MatchModel model, PreparedRecord left, PreparedRecord right)
    {
        var given = NameComparison.Given(left.Given, right.Given);
        var family = NameComparison.Family(left.Family, right.Family);
        var levels = default(PairLevels).With(MatchField.Given, given).With(MatchField.Family, family);
        var straight = given != AgreementLevel.Missing || family != AgreementLevel.Missing;
        if (straight) levels = levels.With(MatchField.NameOrder, AgreementLevel.Exact);
        if (Speaks(given) || Speaks(family)) return levels;

        var first = NameComparison.Family(left.Given, right.Family);
        var second = NameComparison.Family(left.Family, right.Given);
        if (!Speaks(first) && !Speaks(second)) return levels;

        var order = model[MatchField.NameOrder];
        var asWritten = model[MatchField.Given][given] + model[MatchField.Family][family] + (straight ? order[AgreementLevel.Exact] : 0);
        var oneWay = model[MatchField.Given][first] + model[MatchField.Family][second];
        var otherWay = model[MatchField.Given][second] + model[MatchField.Family][first];

        // which of the two is the given name nobody knows; the answer may not depend on which record is named first
        var exchange = otherWay > oneWay || (otherWay == oneWay && second < first);
        return (exchange ? otherWay : oneWay) + order[AgreementLevel.Swapped] <= asWritten ? levels
            : levels.With(MatchField.Given, exchange ? second : first).With(MatchField.Family, exchange ? first : second)
                .With(MatchField.NameOrder, AgreementLevel.Swapped);
    }

    private static bool Speaks(AgreementLevel level) => level is > AgreementLevel.Missing and <= AgreementLevel.Close;
}
