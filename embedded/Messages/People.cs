using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>People's full names, which the platform composes of first and last name.</summary>
internal static class People
{
    public static void Name(Table table, Dictionary<string, object> values)
    {
        if (table.PrimaryName != "fullname" || (!values.ContainsKey("firstname") && !values.ContainsKey("lastname"))) return;
        values["fullname"] = string.Join(' ', new[] { "firstname", "lastname" }.Select(part => values.GetValueOrDefault(part) as string).Where(part => part is not null));
    }
}
