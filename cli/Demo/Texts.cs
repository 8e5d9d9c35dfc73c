using System;
using System.Globalization;
using System.Resources;

namespace Crm.Extensions.Cli.Demo;

/// <summary>What the demo says, in one language.</summary>
internal sealed class Texts
{
    private static readonly ResourceManager English = new("Crm.Extensions.Cli.Demo.Texts", typeof(Texts).Assembly);
    private static readonly ResourceManager Spanish = new("Crm.Extensions.Cli.Demo.Texts.Spanish", typeof(Texts).Assembly);

    private readonly ResourceManager sentences;

    private Texts(ResourceManager sentences, CultureInfo culture)
    {
        this.sentences = sentences;
        Culture = culture;
    }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Dataverse's language code of these texts: 1033 or 3082.</summary>
    public int Lcid => sentences == Spanish ? 3082 : 1033;

    /// <param name="language"><c>en</c> or <c>es</c>.</param>
    public static Texts In(string language) =>
        string.Equals(language, "es", StringComparison.OrdinalIgnoreCase)
            ? new Texts(Spanish, CultureInfo.GetCultureInfo("es-CO"))
            : new Texts(English, CultureInfo.GetCultureInfo("en-US"));

    public string this[TextKey key] =>
        sentences.GetString(key.ToString(), CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"No text '{key}'.");

    public string Say(TextKey key, params object[] values) => string.Format(Culture, this[key], values);
}
