using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Fields on forms show columns that exist.</summary>
internal sealed class FormFields : IVerifyRule
{
    public string Id => "form-fields";

    public string Remedy => "Take the field off the form, or pack the column.";

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        from entity in zip.Section("Entities", "Entity")
        let table = LogicalName.Of(entity.Text("Name") ?? "")
        from form in entity.Elements("FormXml").Elements("forms").Elements("systemform")
        from control in form.Descendants("control")
        let column = (string?)control.Attribute("datafieldname")
        where column is not null && zip.References.LacksColumn(table, LogicalName.Of(column))
        select new Flaw($"form {form.Text("formid")} of {table}", $"shows column {column}, which does not exist");
}
