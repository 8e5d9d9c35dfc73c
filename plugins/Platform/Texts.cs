using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Crm.Extensions.Platform;

/// <summary>
/// What a room says to people, in both languages, for example <c>Messages.resx</c> and <c>Messages.Spanish.resx</c>. Both lie in this one assembly,
/// because a satellite assembly would not travel in the solution.
/// </summary>
internal sealed class Texts
{
    private readonly ResourceManager english;
    private readonly ResourceManager spanish;

    /// <param name="name">The English texts' resource, for example <c>Crm.Extensions.Platform.Messages</c>.</param>
    public Texts(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        english = new ResourceManager(name, assembly);
        spanish = new ResourceManager(name + ".Spanish", assembly);
    }

    /// <summary>The text of that name with its places filled in.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text in that language.</exception>
    public string Write(Language language, string name, params object[] facts)
    {
        var text = (language == Language.Spanish ? spanish : english).GetString(name, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"No message '{name}' in {language}.");
        return facts.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, facts);
    }
}
