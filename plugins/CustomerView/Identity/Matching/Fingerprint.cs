namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>A number for a text: the same on every machine and in every version, so that it may be stored. Not secret.</summary>
/// <remarks>FNV-1a, 64 bits, by UTF-16 units (Fowler, Noll, Vo).</remarks>
internal static class Fingerprint
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text) => Of(text, 0, text.Length);

    public static ulong Of(char[] letters, int length)
    {
        var hash = Start;
        for (var at = 0; at < length; at++) hash = unchecked((hash ^ letters[at]) * Prime);
        return hash;
    }

    public static ulong Of(string text, int start, int length)
    {
        var hash = Start;
        for (var at = start; at < start + length; at++) hash = unchecked((hash ^ text[at]) * Prime);
        return hash;
    }

    /// <summary>Half of the number, for tables of few values.</summary>
    public static uint Short(string text)
    {
        var hash = Of(text);
        return unchecked((uint)(hash ^ (hash >> 32)));
    }
}
