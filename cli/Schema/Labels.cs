using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Schema;

/// <summary>Texts by language, as the format writes them: an element with <c>description</c> and <c>languagecode</c>.</summary>
internal static class Labels
{
    public const int English = 1033;
    public const int Spanish = 3082;

    /// <summary>The text in one language, null where there is none or it is empty.</summary>
    public static string? Of(XElement? list, string item, int language)
    {
        var code = language.ToString(CultureInfo.InvariantCulture);
        var text = list?.Elements(item).FirstOrDefault(label => (string?)label.Attribute("languagecode") == code);
        return (string?)text?.Attribute("description") is { Length: > 0 } found ? found : null;
    }
}
