namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>The given names or the surnames of a record, ready to be compared.</summary>
internal sealed class NameParts
{
    /// <param name="meanings">The words with pet names resolved; the words themselves where there are none.</param>
    public NameParts(string[] words, string[] meanings)
    {
        Words = words;
        Meanings = meanings;
        Text = words.Length == 1 ? words[0] : string.Join(" ", words);
    }

    public string[] Words { get; }

    public string[] Meanings { get; }

    /// <summary>All words; empty where the name is missing.</summary>
    public string Text { get; }

    public bool IsMissing => Words.Length == 0;
}
