using System;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Whether a number may be used to tell people apart.</summary>
internal enum Standing
{
    /// <summary>Its check digit is right, or it has none.</summary>
    Valid = 0,

    /// <summary>Its check digit or shape is wrong: kept, but no evidence.</summary>
    Invalid = 1,

    /// <summary>A filler that many share: never links anybody.</summary>
    Generic = 2,
}

/// <summary>
/// A number by which a state knows a person or an organisation, in the one form that is equal for all its spellings. A person in business has one:
/// the number of the person.
/// </summary>
internal sealed class NationalId : IEquatable<NationalId>
{
    internal static readonly NationalId[] None = [];

    public NationalId(string kind, string country, string value, Standing standing)
    {
        Kind = kind;
        Country = country;
        Value = value;
        Standing = standing;
    }

    /// <summary>One of <see cref="IdKind"/>.</summary>
    public string Kind { get; }

    /// <summary>ISO 3166-1 alpha-2, or empty where nobody knows.</summary>
    public string Country { get; }

    /// <summary>Capital letters and digits.</summary>
    public string Value { get; }

    public Standing Standing { get; }

    /// <summary>Whether it is evidence: two records that share it are one.</summary>
    public bool IsEvidence => Standing == Standing.Valid;

    /// <summary>Whether nobody has two of its kind, so that two different ones are two people. Numbers of unknown schemes may be typing errors of each other.</summary>
    public bool IsExclusive => Standing == Standing.Valid && !string.Equals(Kind, IdKind.Other, StringComparison.Ordinal) && !IdKind.IsTemporary(Kind);

    /// <summary>Whether two exclusive numbers of one kind and country differ. A number that was replaced (PPT by CC, NIE by DNI) is of another kind.</summary>
    public bool ConflictsWith(NationalId other) => IsExclusive && other.IsExclusive && IsSameKind(other) && !string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <summary>Whether both are valid and the same.</summary>
    public bool Agrees(NationalId other) => IsEvidence && other.IsEvidence && IsSameKind(other) && string.Equals(Value, other.Value, StringComparison.Ordinal);

    public bool IsSameKind(NationalId other) =>
        string.Equals(Kind, other.Kind, StringComparison.Ordinal) && string.Equals(Country, other.Country, StringComparison.Ordinal);

    public bool Equals(NationalId? other) => other is not null && IsSameKind(other) && Standing == other.Standing && string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as NationalId);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Such as <c>MX rfc GODE561231GR8</c>.</summary>
    public override string ToString() => (Country.Length == 0 ? "" : Country + " ") + Kind + " " + Value + (Standing == Standing.Valid ? "" : " (" + Standing + ")");
}
