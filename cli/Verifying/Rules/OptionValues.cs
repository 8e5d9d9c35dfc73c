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
        var prefix = int.Parse(zip.Manifest.Element("Publisher")?.Text("CustomizationOptionValuePrefix") ?? "0", NumberStyles.Integer, CultureInfo.InvariantCulture);
        return from element in zip.Section("optionsets", "optionset")
               let choice = new ChoiceXml(element)
               from option in choice.Options
               where option.Value / 10_000 != prefix
               select new Flaw($"choice {choice.Name}", $"option {option.Value.ToString(CultureInfo.InvariantCulture)} is not of the publisher's range");
    }
}
