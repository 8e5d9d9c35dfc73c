using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>The solution says what it is called, of which version it is, who publishes it and whether it is managed.</summary>
internal sealed class Manifest : IVerifyRule
{
    private const int MostParts = 4;

    public string Id => "manifest";

    public string Remedy => "Set UniqueName, Version (up to four numbers), Managed (0 or 1) and the publisher's UniqueName in solution.xml.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var name = zip.Manifest.Text("UniqueName") ?? "";
        var component = $"solution {name}";
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) yield return new Flaw(component, $"has the invalid unique name '{name}'");
        var version = (zip.Manifest.Text("Version") ?? "").Split('.');
        if (version.Length is < 2 or > MostParts || !version.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            yield return new Flaw(component, $"has the invalid version '{zip.Manifest.Text("Version")}'");

        // 2, for both, is of unpacked sources alone
        if (zip.Manifest.Text("Managed") is not ("0" or "1")) yield return new Flaw(component, $"is neither managed nor unmanaged ('{zip.Manifest.Text("Managed")}')");
        if (zip.Publisher.Length == 0) yield return new Flaw(component, "has no publisher");
        if (zip.Manifest.Element("RootComponents") is null) yield return new Flaw(component, "has no list of root components");
    }
}
