using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The shape of Matrix.json. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class MatrixFile
{
    [DataMember(Name = "rules")] public List<MatrixEntry> Rules { get; set; } = [];
}

/// <summary>A shipped rule for one purpose and several categories and roles.</summary>
[DataContract]
public sealed class MatrixEntry
{
    [DataMember(Name = "use")] public string Use { get; set; } = "";

    /// <summary>Categories with commas between them.</summary>
    [DataMember(Name = "categories")] public string Categories { get; set; } = "";

    /// <summary>Roles; none: every role.</summary>
    [DataMember(Name = "roles")] public List<string>? Roles { get; set; }

    [DataMember(Name = "effect")] public string Effect { get; set; } = "";

    /// <summary>The most sensitive that is shown.</summary>
    [DataMember(Name = "most")] public string? Most { get; set; }

    /// <summary>The least verification.</summary>
    [DataMember(Name = "least")] public string? Least { get; set; }
}

/// <summary>The rules of disclosure that ship.</summary>
internal static class ShippedMatrix
{
    private static readonly Lazy<IReadOnlyList<DisclosureRule>> All = new(() => [.. ShippedFile.Read<MatrixFile>("Disclosure.Matrix.json").Rules.SelectMany(Read)]);

    public static IReadOnlyList<DisclosureRule> Rules => All.Value;

    private static IEnumerable<DisclosureRule> Read(MatrixEntry entry) =>
        from use in entry.Use.Split(',')
        from category in entry.Categories.Split(',')
        from role in entry.Roles ?? [""]
        select new DisclosureRule(
            Word<UseOfData>(use),
            Word<DataCategory>(category),
            role,
            Word<DisclosureEffect>(entry.Effect),
            Word<Sensitivity>(entry.Most ?? nameof(Sensitivity.Open)),
            Word<Verification>(entry.Least ?? nameof(Verification.Verified)));

    private static TWord Word<TWord>(string text)
        where TWord : struct, Enum =>
        Words.TryRead<TWord>(text, out var word) ? word : throw new FormatException("Matrix.json: '" + text + "' is none of " + string.Join(", ", Words.All<TWord>()) + ".");
}
