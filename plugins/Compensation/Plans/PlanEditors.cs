using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>Who had a hand in a plan: none of them approves it. Kept as ids, one a line, in the order in which they first changed it.</summary>
internal static class PlanEditors
{
    public static IReadOnlyList<Guid> Read(string? text) =>
        [.. (text ?? "").Split('\n').Select(line => Guid.TryParse(line.Trim(), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    public static bool Contains(string? text, Guid user) => Read(text).Contains(user);

    /// <summary>The list with that user in it; the same text where the user is in it already.</summary>
    public static string With(string? text, Guid user)
    {
        var editors = Read(text);
        return editors.Contains(user) ? text! : string.Join("\n", editors.Concat([user]).Select(id => id.ToString("D", CultureInfo.InvariantCulture)));
    }
}
