using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>What a piece of solution XML says about tables: whole tables, or columns and keys for a table that exists already.</summary>
public sealed record Schema(IReadOnlyList<TableFragment> Tables, IReadOnlyList<Relationship> Relationships, IReadOnlyList<ManyToManyRelationship> ManyToMany);

/// <summary>One <c>Entity</c> node.</summary>
/// <param name="Table">The table with the columns and keys that the node lists.</param>
/// <param name="IsWhole">False when the node has no primary key column, hence only adds to a table that must exist.</param>
public sealed record TableFragment(Table Table, bool IsWhole);
