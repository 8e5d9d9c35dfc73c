using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Options of our global choices have values of our publisher's range, so that they clash with nobody's.</summary>
internal sealed class OptionValues : IVerifyRule
{
    public string Id => "option-values";

    public string Remedy => "Values are the publisher's option prefix times 10000 and up.";

    public Severity Severity => Severity.House;

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var prefix = Number(zip.Manifest.Element("Publisher")?.Text("CustomizationOptionValuePrefix"));
        return from element in zip.Section("optionsets", "optionset")
               from option in element.Descendants("option")
               let value = (string?)option.Attribute("value")
               where Number(value) is not { } number || number / 10_000 != prefix
               select new Flaw($"choice {(string?)element.Attribute("Name")}", $"option {value} is not of the publisher's range");
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
