using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Scripts of forms are web resources that exist.</summary>
internal sealed class FormResources : IVerifyRule
{
    public string Id => "form-libraries";

    public string Remedy => "Pack the web resource, or take the library off the form.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var resources = zip.Section("WebResources", "WebResource").Select(one => one.Text("Name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from form in zip.Section("Entities", "Entity").Descendants("systemform")
               from library in form.Descendants("Library")
               let name = ((string?)library.Attribute("name") ?? "").Replace("$webresource:", "", StringComparison.OrdinalIgnoreCase)
               where (zip.IsOurs || zip.IsOwnName(name)) && !resources.Contains(name) && !zip.References.IsDeclared(name)
               select new Flaw($"form {form.Text("formid")}", $"loads {name}, which is not in the zip");
    }
}
