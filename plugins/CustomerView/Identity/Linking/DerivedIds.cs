using System;
using System.Globalization;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>
/// Ids of identity rows: UUID version 5 of what the row says, so that two who write the same thing at once write the same row, and a repeated write
/// changes nothing.
/// </summary>
internal static class DerivedIds
{
    private static readonly Guid Links = ComponentId.Of("Identity", "SourceLink");
    private static readonly Guid Customers = ComponentId.Of("Identity", "Customer");
    private static readonly Guid Blocks = ComponentId.Of("Identity", "Block");
    private static readonly Guid Keys = ComponentId.Of("Identity", "Key");
    private static readonly Guid Reviews = ComponentId.Of("Identity", "Review");

    /// <summary>The link of a row of the tenant.</summary>
    public static Guid Link(string table, Guid record) => Link(table, Text(record));

    /// <summary>The link of a record.</summary>
    /// <param name="table">The record's table, or the source where it has none (a file).</param>
    /// <param name="record">Its id there, as text.</param>
    public static Guid Link(string table, string record) => ComponentId.NameBased(Links, table + "|" + record);

    /// <summary>The customer that is made for a group of records whose smallest link is this one.</summary>
    public static Guid Customer(Guid smallestLink) => ComponentId.NameBased(Customers, Text(smallestLink));

    /// <summary>The customer that is made for such a group when the id of <see cref="Customer(Guid)"/> is somebody else's already.</summary>
    /// <param name="ordinal">1 for the first substitute, 2 for the next.</param>
    public static Guid Customer(Guid smallestLink, int ordinal) =>
        ordinal == 0 ? Customer(smallestLink) : ComponentId.NameBased(Customers, Text(smallestLink) + "|" + ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>The block of a blocking key.</summary>
    /// <param name="hash">SHA-256 of the key in hex.</param>
    public static Guid Block(string hash) => ComponentId.NameBased(Blocks, hash);

    /// <summary>"This link has that key".</summary>
    public static Guid Key(Guid block, Guid link) => ComponentId.NameBased(Keys, Text(block) + "|" + Text(link));

    /// <summary>The judgement of a pair, whichever of the two is named first.</summary>
    public static Guid Review(Guid link, Guid other)
    {
        var left = Text(link);
        var right = Text(other);
        return ComponentId.NameBased(Reviews, string.CompareOrdinal(left, right) <= 0 ? left + "|" + right : right + "|" + left);
    }

    /// <summary>An id as text, as it stands in columns that keep ids of other tables.</summary>
    public static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);
}
