using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform;

/// <summary>
/// The one thing that outlives an execution: each organization's <see cref="Settings"/>, immutable, replaced as a whole when they are a minute old.
/// Two executions that find them old at once both read them; the later answer stays.
/// </summary>
internal static class SettingsSnapshot
{
    private const string Prefix = "crmx_";
    private const string ValueAlias = "given";

    private static Dictionary<Guid, Settings> byOrganization = new();

    /// <summary>The organization's settings, at most <see cref="Settings.Lifetime"/> old. Costs one request when they are read anew.</summary>
    public static Settings Of(Guid organization, IOrganizationService system, DateTime now)
    {
        if (Volatile.Read(ref byOrganization).TryGetValue(organization, out var known) && known.IsFresh(now)) return known;

        var settings = new Settings(ReadVariables(system), now);
        while (true)
        {
            var seen = Volatile.Read(ref byOrganization);
            var copy = new Dictionary<Guid, Settings>(seen) { [organization] = settings };
            if (Interlocked.CompareExchange(ref byOrganization, copy, seen) == seen) return settings;
        }
    }

    private static Dictionary<string, string> ReadVariables(IOrganizationService system)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname", "defaultvalue") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.BeginsWith, Prefix);
        var value = query.AddLink(
            "environmentvariablevalue", "environmentvariabledefinitionid", "environmentvariabledefinitionid", JoinOperator.LeftOuter);
        value.EntityAlias = ValueAlias;
        value.Columns = new ColumnSet("value");

        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in system.RetrieveMultiple(query).Entities)
        {
            var given = row.GetAttributeValue<AliasedValue>(ValueAlias + ".value")?.Value as string;
            variables[row.GetAttributeValue<string>("schemaname")] = given ?? row.GetAttributeValue<string>("defaultvalue") ?? "";
        }

        return variables;
    }
}
