using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Tabs, sections and cells of our forms have ids of their own.</summary>
internal sealed class FormIds : IVerifyRule
{
    private static readonly string[] Parts = ["tab", "section", "cell"];

    public string Id => "form-ids";

    public string Remedy => "Give each tab, section and cell of a form an id of its own.";

    public Severity Severity => Severity.House;

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        from form in zip.Customizations.Descendants("systemform")
        from twice in form.Descendants().Where(node => Parts.Contains(node.Name.LocalName)).Select(node => (string?)node.Attribute("id")).OfType<string>()
            .GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
        select new Flaw($"form {form.Text("formid")}", $"has id {twice.Key} more than once");
}
