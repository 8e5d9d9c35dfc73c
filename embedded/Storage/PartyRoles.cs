using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>The party lists of activities: their content is rows of activityparty, told apart by participationtypemask.</summary>
internal static class PartyRoles
{
    public const string Table = "activityparty";

    public const string Mask = "participationtypemask";

    private static readonly Dictionary<string, int> Masks = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["resources"] = 10,
        ["customers"] = 11,
    };

    /// <summary>The participation type that a column's parties have; null where it is no party list that is known.</summary>
    public static int? Of(string column) => Masks.TryGetValue(column, out var mask) ? mask : null;
}
