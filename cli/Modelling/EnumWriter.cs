using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>Writes the enum of a choice.</summary>
internal static class EnumWriter
{
    public static void Write(CodeText code, string name, ChoiceXml choice, IReadOnlyDictionary<string, string> members)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        code.Line($"/// <summary>Options of <c>{choice.Name}</c>.</summary>");
        code.Block($"public enum {name}", () =>
        {
            foreach (var option in choice.Options)
            {
                var value = option.Value.ToString(CultureInfo.InvariantCulture);
                var member = members.TryGetValue(value, out var fixedName) ? fixedName : Naming.Identifier(option.Label ?? value);
                if (!used.Add(member)) used.Add(member += "_" + value);
                code.Line($"{member} = {value},");
            }
        });
    }
}
