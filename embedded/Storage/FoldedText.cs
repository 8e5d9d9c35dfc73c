namespace Crm.Extensions.Embedded.Storage;

/// <summary>A text as the database compares it: two that are the same to the collation are equal.</summary>
internal readonly record struct FoldedText(string Folded)
{
    public static FoldedText Of(string text) => new(Collation.Fold(text));

    /// <summary>What a row has in a column; null where that is empty or no text.</summary>
    public static FoldedText? Of(Row row, string column) => row[column] is string text ? Of(text) : null;
}
