using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Environment variables have a type that exists, and a default of that type.</summary>
internal sealed class EnvironmentVariables : IVerifyRule
{
    private const int Text = 100_000_000;
    private const int Number = 100_000_001;
    private const int Boolean = 100_000_002;
    private const int Secret = 100_000_005;

    public string Id => "environment-variables";

    public string Remedy => "Types are 100000000 (text) to 100000005 (secret); a default must be of the type.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var (path, variable) in zip.Documents("environmentvariabledefinitions", "environmentvariabledefinition.xml"))
        {
            var component = $"environment variable {(string?)variable.Attribute("schemaname") ?? path}";
            var value = variable.Text("defaultvalue") ?? "";
            if (!int.TryParse(variable.Text("type") ?? (zip.IsOurs ? "" : "100000000"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var type) || type is < Text or > Secret)
                yield return new Flaw(component, $"has the unknown type '{variable.Text("type")}'");
            else if (type == Number && value.Length > 0 && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
                yield return new Flaw(component, $"its default '{value}' is no number");
            else if (type == Boolean && value.ToUpperInvariant() is not ("" or "YES" or "NO" or "TRUE" or "FALSE"))
                yield return new Flaw(component, $"its default '{value}' is neither yes nor no");
        }
    }
}
