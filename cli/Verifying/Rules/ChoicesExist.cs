using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Columns take global choices that exist.</summary>
internal sealed class ChoicesExist : IVerifyRule
{
    public string Id => "choices-exist";

    public string Remedy => "Pack the global choice along with the column (import fails with 0x80048039).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var choices = zip.Section("optionsets", "optionset").Select(choice => (string?)choice.Attribute("Name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from table in zip.Tables.Own
               from column in table.Columns.Values
               where column.GlobalChoice is { } name && !choices.Contains(name) && !zip.References.IsDeclared(name) && (zip.IsOurs || zip.IsOwnName(name))
               select new Flaw($"column {table.LogicalName}.{column.LogicalName}", $"takes choice {column.GlobalChoice}, which does not exist");
    }
}
