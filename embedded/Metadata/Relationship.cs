namespace Crm.Extensions.Embedded.Metadata;

/// <summary>What happens to the referencing rows when the referenced one is assigned, deleted, shared and so on.</summary>
public enum Cascade
{
    NoCascade,
    Cascade,
    ActiveOnly,
    UserOwned,
    RemoveLink,
    Restrict,
}

/// <summary>A one-to-many relationship: the referencing table's look-up points at the referenced table.</summary>
public sealed record Relationship(string Name, string ReferencedTable, string ReferencingTable, string ReferencingColumn)
{
    public Cascade Assign { get; init; }

    public Cascade Delete { get; init; } = Cascade.RemoveLink;

    public Cascade Reparent { get; init; }

    public Cascade Share { get; init; }

    public Cascade Unshare { get; init; }
}

/// <summary>A many-to-many relationship; its links are rows of the intersect table.</summary>
public sealed record ManyToManyRelationship(string Name, string FirstTable, string SecondTable, string IntersectTable)
{
    public string FirstColumn => FirstTable + "id" + (FirstTable == SecondTable ? "one" : "");

    public string SecondColumn => SecondTable + "id" + (FirstTable == SecondTable ? "two" : "");
}

/// <summary>Columns whose values together are unique in the table.</summary>
public sealed record AlternateKey(string Name, System.Collections.Generic.IReadOnlyList<string> Columns);
