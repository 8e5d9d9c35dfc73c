using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Crm.Extensions.Platform;

/// <summary>
/// What a room says to people, in both languages: <c>Messages.resx</c> and <c>Messages.Spanish.resx</c> of its folder. Both lie in this one assembly,
/// because a satellite assembly would not travel in the solution.
/// </summary>
internal sealed class Texts
{
    private readonly ResourceManager english;
    private readonly ResourceManager spanish;

    /// <param name="room">Namespace of the room, for example <c>Crm.Extensions.Platform</c>.</param>
    public Texts(string room)
    {
        var assembly = Assembly.GetExecutingAssembly();
        english = new ResourceManager(room + ".Messages", assembly);
        spanish = new ResourceManager(room + ".Messages.Spanish", assembly);
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
