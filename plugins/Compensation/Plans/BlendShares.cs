using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>
/// How the pay of a former plan and of a new one are blended, period by period: "75/25,50/50,0/100" pays three quarters by the former plan in the first
/// period, half in the second, and by the new plan alone from the third on.
/// </summary>
internal sealed class BlendShares
{
    private const int Most = 12;

    private BlendShares(IReadOnlyList<int> former) => Former = former;

    /// <summary>Percent paid by the former plan, from the first period on; the last is 0.</summary>
    public IReadOnlyList<int> Former { get; }

    /// <summary>Percent by the former plan in a period, counted from 0; 0 beyond the last that is named.</summary>
    public int FormerIn(int period) => period >= 0 && period < Former.Count ? Former[period] : 0;

    /// <summary>Reads what HR wrote. Pairs add up to 100, the former plan's part never grows, and it ends at 0: a change that never ends is none.</summary>
    public static bool TryRead(string? text, out BlendShares blend)
    {
        var former = new List<int>();
        foreach (var pair in (text ?? "").Split(','))
        {
            var parts = pair.Split('/');
            if (parts.Length != 2 || !Percent(parts[0], out var old) || !Percent(parts[1], out var now) || old + now != 100) break;
            former.Add(old);
        }

        var isRight = former.Count > 0 && former.Count <= Most && former.Count == text!.Split(',').Length
            && former[former.Count - 1] == 0 && former.Zip(former.Skip(1), (one, next) => next <= one).All(falls => falls);
        blend = new BlendShares(isRight ? former : [0]);
        return isRight;
    }

    private static bool Percent(string text, out int value) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 100;
}
