using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Collections.Wording;
using Xunit;

namespace Crm.Extensions.Tests.Wording;

/// <summary>A mistake in the rules for texts or in a template is found when the solution is packed, and named with file and line.</summary>
public sealed class WordingFileTests
{
    public static TheoryData<string> Everything() =>
        new(typeof(TextRuleBook).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Wording.", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Everything))]
    public void What_ships_has_no_mistake(string resource) => Assert.Empty(Check(resource, Read(resource)));

    [Theory]
    [InlineData("\"country\": \"CO\"", "\"country\": \"Colombia\"", "is not the country")]
    [InlineData("\"reviewedOn\": \"2026", "\"reviewedOn\": \"x2026", "is no date")]
    [InlineData("\"source\": \"reason\"", "\"source\": \"rumour\"", "unknown source 'rumour'")]
    [InlineData("\"source\": \"visits\",", "", "no source")]
    [InlineData("\"id\": \"announces-visit\"", "\"id\": \"asks-reason\"", "rule 'asks-reason' stands twice")]
    [InlineData("\"mustNotSay\"", "\"maySay\"", "is neither mustSay nor mustNotSay")]
    [InlineData("\"collection\", \"reminder\"", "\"collecting\", \"reminder\"", "unknown Purpose 'collecting'")]
    [InlineData("\"datacredito\"", "\"Datacrédito\"", "is no phrase")]
    [InlineData("\"datacredito\"", "\"{house}\"", "only what must be said")]
    [InlineData("\"unless\": [", "\"unles\": [", "unknown member 'unles'")]
    [InlineData("\"spanish\": \"Las visitas", "\"spanish\": \"\", \"note\": \"Las visitas", "is empty")]
    [InlineData("\"country\": \"CO\",", "\"country\": \"CO\"", "this is not JSON")]
    public void A_mistake_in_the_rules_for_texts_is_named_with_its_file_and_line(string right, string wrong, string problem) => Named("Checks.CO", right, wrong, problem);

    [Theory]
    [InlineData("\"language\": 3082", "\"language\": 3084", "'language' must be")]
    [InlineData("\"tu\": \"puedes\"", "\"tu\": \"\"", "is empty")]
    [InlineData("\"token\": \"puede\"", "\"token\": \"su\"", "'su' stands twice")]
    [InlineData("\"country\": \"MX\"", "\"country\": \"México\"", "is no ISO 3166-1")]
    [InlineData("\"token\": \"debitWord\", \"country\": \"MX\"", "\"token\": \"debitWord\", \"country\": \"ES\"", "stands twice for the same country")]
    [InlineData("\"token\": \"arrearsWord\", \"country\": \"\"", "\"token\": \"arrearsWord\", \"country\": \"UY\"", "has no word for other countries")]
    [InlineData("\"occasion\": \"movedDebit\"", "\"occasion\": \"moveDebit\"", "is no occasion")]
    [InlineData("\"purpose\": \"thankyou\"", "\"purpose\": \"thanks\"", "is no purpose")]
    [InlineData("\"purpose\": \"collection\", \"level\": 1", "\"purpose\": \"collection\", \"level\": 0", "stands twice")]
    [InlineData("\"level\": 2", "\"level\": 12", "'level' must be")]
    [InlineData("{conUsted}.", "{conusted}.", "unknown token 'conusted'")]
    [InlineData("{greeting}", "{greeting", "a brace is not closed")]
    [InlineData("[[ Se cargará", "[ Se cargará", "a part in double brackets")]
    [InlineData("\"subject\": \"Gracias", "\"subjekt\": \"Gracias", "unknown member 'subjekt'")]
    public void A_mistake_in_a_template_is_named_with_its_file_and_line(string right, string wrong, string problem) => Named("Templates.Spanish", right, wrong, problem);

    private static void Named(string name, string right, string wrong, string problem)
    {
        var resource = "Crm.Extensions.Collections.Wording." + name + ".json";
        var json = Read(resource);
        var start = json.IndexOf(right, StringComparison.Ordinal);
        Assert.True(start >= 0, "The file no longer holds " + right);

        var found = Check(resource, json[..start] + wrong + json[(start + right.Length)..]);

        // a missing member or comma shows on the line of the object or of the next token
        var line = json[..start].Count(letter => letter == '\n') + 1;
        Assert.Contains(found, text => text.Contains(problem, StringComparison.Ordinal)
            && Enumerable.Range(line - 1, 3).Any(near => text.StartsWith($"{File(resource)}({near}): ", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Check(string resource, string json) =>
        resource.Contains(".Checks.", StringComparison.Ordinal) ? TextRuleCheck.Problems(File(resource), json) : TemplateCheck.Problems(File(resource), json);

    private static string File(string resource) => string.Join('.', resource.Split('.')[^2..]);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(TextRuleBook).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
