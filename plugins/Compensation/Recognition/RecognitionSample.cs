using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.Compensation.Recognition;

/// <summary>Which recognitions are to be checked: chance decides, and always in the same way, so that nobody draws again until he likes the result.</summary>
internal static class RecognitionSample
{
    /// <param name="key">What makes the recognition the one it is: worker, activity (or customer and day), kind.</param>
    /// <param name="percent">0 to 100; less is none, more is all.</param>
    public static bool Draws(string key, int percent)
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(key));
        // four bytes, the first the greatest: as good as even over a hundred
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        return number % 100 < percent;
    }

    public static string KeyOf(string worker, string what, RecognitionKind kind) =>
        string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", worker, what, kind);
}
