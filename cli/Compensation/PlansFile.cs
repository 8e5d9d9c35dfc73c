using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Plans as JSON: a list of plans, whose fields are those of <see cref="PayPlan"/>.</summary>
internal static class PlansFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>By "code v2", and by the code alone, which means the newest version.</summary>
    /// <exception cref="InvalidDataException">A plan cannot be understood, or must not pay anybody.</exception>
    public static IReadOnlyDictionary<string, PayPlan> Read(string path, decimal quotaCeiling, Language language)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path}.", path);
        List<PayPlan> plans;
        try
        {
            plans = JsonSerializer.Deserialize<List<PayPlan>>(File.ReadAllText(path), Options) ?? [];
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{Path.GetFileName(path)}, line {fault.LineNumber + 1}: {fault.Message}"), fault);
        }

        var findings = plans.SelectMany(plan => PlanChecks.Check(plan, quotaCeiling).Select(check => $"{plan.Label}: {check.Reason(language)}")).ToList();
        if (findings.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, findings));
        var byName = new Dictionary<string, PayPlan>(StringComparer.OrdinalIgnoreCase);
        foreach (var plan in plans.OrderBy(plan => plan.Version))
        {
            if (!byName.TryAdd(plan.Label, plan)) throw new InvalidDataException($"{plan.Label} stands twice in {Path.GetFileName(path)}.");
            byName[plan.Code] = plan;
        }

        return byName;
    }
}
