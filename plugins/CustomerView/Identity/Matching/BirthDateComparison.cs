using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How two birth dates agree, each as the number yyyymmdd; 0 is missing.</summary>
internal static class BirthDateComparison
{
    public static AgreementLevel Of(int left, int right)
    {
        if (left == 0 || right == 0) return AgreementLevel.Missing;
        if (left == right) return AgreementLevel.Exact;

        var years = Math.Abs((left / 10000) - (right / 10000));
        var leftMonth = left / 100 % 100;
        var leftDay = left % 100;
        var rightMonth = right / 100 % 100;
        var rightDay = right % 100;
        if (years == 0 && leftMonth == rightDay && leftDay == rightMonth) return AgreementLevel.Swapped;
        if (IsOneSlip(left, right)) return AgreementLevel.Close;
        if (years <= 1 && Math.Abs(leftMonth - rightMonth) <= 1 && Math.Abs(leftDay - rightDay) <= 2) return AgreementLevel.Near;

        var equal = (years == 0 ? 1 : 0) + (leftMonth == rightMonth ? 1 : 0) + (leftDay == rightDay ? 1 : 0);
        return equal == 2 ? AgreementLevel.Initial : years == 0 ? AgreementLevel.Slight : AgreementLevel.Different;
    }

    /// <summary>Whether they are of two people: no part the same, and years apart by more than one, so that not even a bad slip makes one of the other.</summary>
    public static bool AreUnlike(int left, int right) =>
        left != 0 && right != 0 && left % 100 != right % 100 && left / 100 % 100 != right / 100 % 100 && Math.Abs((left / 10000) - (right / 10000)) > 1;

    /// <summary>Whether so many years lie between them as between parent and child: 16 to 60.</summary>
    public static bool AreGenerationApart(int left, int right) => Math.Abs((left / 10000) - (right / 10000)) is >= 16 and <= 60;

    // one digit replaced, or two neighbours exchanged
    private static bool IsOneSlip(int left, int right)
    {
        var different = 0;
        var first = -1;
        var second = -1;
        int firstLeft = 0, firstRight = 0;
        for (var place = 0; place < 8; place++)
        {
            var one = left % 10;
            var other = right % 10;
            left /= 10;
            right /= 10;
            if (one == other) continue;

            different++;
            if (different > 2) return false;
            if (different == 1)
            {
                first = place;
                firstLeft = one;
                firstRight = other;
            }
            else
            {
                second = place;
                if (second != first + 1 || one != firstRight || other != firstLeft) return false;
            }
        }

        return true;
    }
}
