using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>
/// What a record says now, against what is stored of it. Publishing comes first and is committed before anybody searches: of two records that arrive
/// at once, at least the later one then finds the other.
/// </summary>
internal sealed class Publication
{
    private const int MostLetters = 200;

    private readonly Arrival arrival;
    private readonly Entity row;
    private readonly KnownLink? link;
    private readonly HashSet<Guid> storedBlocks;
    private readonly NormalRecord record;

    /// <param name="row">The record as it is now.</param>
    /// <param name="link">Its link; null where it has none yet.</param>
    /// <param name="keys">The rows of its stored blocking keys.</param>
    public Publication(Arrival arrival, Entity row, KnownLink? link, IReadOnlyList<Entity> keys, LinkingConfiguration configuration)
    {
        this.arrival = arrival;
        this.row = row;
        this.link = link;
        Stored = keys;
        storedBlocks = new HashSet<Guid>(keys.Select(BlockOf));
        record = Normaliser.Normalise(RecordColumns.RecordOf(row), configuration.DefaultCountry);
        Identity = NormalRecordJson.Write(record);
        Hashes = configuration.Rules.Hashes(record);
        Source = RecordColumns.SourceOf(row) ?? configuration.SourceOf(arrival.Table);
        LinkId = link?.Id ?? arrival.Link;
    }

    public Guid LinkId { get; }

    public NormalRecord Record => record;

    /// <summary>What the record says, as it is stored.</summary>
    public string Identity { get; }

    /// <summary>Hashes of its blocking keys.</summary>
    public IReadOnlyList<string> Hashes { get; }

    public IReadOnlyList<Guid> Blocks => Hashes.Select(DerivedIds.Block).ToList();

    public string Title => LinkTitle.Of(row);

    /// <summary>The customer that a person has named.</summary>
    public Guid? Confirmed => arrival.Named ?? (link is { IsConfirmed: true } ? link.Customer : null);

    private EntityReference? Source { get; }

    private IReadOnlyList<Entity> Stored { get; }

    /// <summary>The writes that make what is stored say what the record says; none where it does already.</summary>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<OrganizationRequest> Requests(DateTime now) => [.. LinkRequests(now), .. NewKeys(), .. StaleKeys()];

    private IEnumerable<OrganizationRequest> LinkRequests(DateTime now)
    {
        var named = arrival.Named is { } customer && !(link is { IsConfirmed: true } && link.Customer == customer) ? arrival.Named : null;
        var written = new Entity(Tables.SourceLink, LinkId);
        if (link is null || !string.Equals(link.Identity, Identity, StringComparison.Ordinal))
        {
            written[SourceLink.Fields.Identity] = Identity;
            written[SourceLink.Fields.Marks] = string.Join(",", record.Marks);
            written[SourceLink.Fields.Name] = Title;

            // whoever wrote the record has just said that it is so: the golden record believes the latest
            written[SourceLink.Fields.ConfirmedOn] = now;
        }

        if (named is { } person) Confirm(written, person, now);
        if (link is null || !link.IsActive || arrival.Again) written[SourceLink.Fields.Stage] = new OptionSetValue((int)UnificationStage.Arrived);
        if (link is null) yield return Create(written);
        else if (written.Attributes.Count > 0) yield return Update(written, link);
    }

    private void Confirm(Entity written, Guid customer, DateTime now)
    {
        written[SourceLink.Fields.CustomerId] = new EntityReference(Tables.Customer, customer);
        written[SourceLink.Fields.DecidedBy] = new OptionSetValue((int)DecidedBy.Steward);
        written[SourceLink.Fields.ConfirmedOn] = now;
        written[SourceLink.Fields.StateCode] = new OptionSetValue((int)SourceLink_StateCode.Active);
        written[SourceLink.Fields.StatusCode] = new OptionSetValue((int)SourceLink_StatusCode.Confirmed);
    }

    private CreateRequest Create(Entity written)
    {
        written[SourceLink.Fields.SourceLinkId] = LinkId;
        written[SourceLink.Fields.RecordTable] = arrival.Table;
        written[SourceLink.Fields.RecordId] = DerivedIds.Text(arrival.Record);
        written[RecordColumns.LookupTo(arrival.Table)] = new EntityReference(arrival.Table, arrival.Record);
        if (Source is { } source) written[SourceLink.Fields.SourceId] = source;
        if (!written.Contains(SourceLink.Fields.DecidedBy)) written[SourceLink.Fields.DecidedBy] = new OptionSetValue((int)DecidedBy.Rule);
        return new CreateRequest { Target = written };
    }

    private static UpdateRequest Update(Entity written, KnownLink link)
    {
        if (!link.IsActive && !written.Contains(SourceLink.Fields.StatusCode))
        {
            written[SourceLink.Fields.StateCode] = new OptionSetValue((int)SourceLink_StateCode.Active);
            written[SourceLink.Fields.StatusCode] = new OptionSetValue((int)SourceLink_StatusCode.Automatic);
        }

        written.RowVersion = link.RowVersion;
        return new UpdateRequest { Target = written, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
    }

    private IEnumerable<OrganizationRequest> NewKeys()
    {
        foreach (var hash in Hashes)
        {
            var block = DerivedIds.Block(hash);
            if (storedBlocks.Contains(block)) continue;

            var key = DerivedIds.Key(block, LinkId);
            yield return Upsert(new Entity(Tables.IdentityBlock, block) { [IdentityBlock.Fields.Name] = hash, [IdentityBlock.Fields.Hash] = hash });
            yield return Upsert(new Entity(Tables.IdentityKey, key)
            {
                [IdentityKey.Fields.Name] = Title.Length <= MostLetters ? Title : Title.Substring(0, MostLetters),
                [IdentityKey.Fields.BlockId] = new EntityReference(Tables.IdentityBlock, block),
                [IdentityKey.Fields.SourceLinkId] = new EntityReference(Tables.SourceLink, LinkId),
            });
        }
    }

    private IEnumerable<OrganizationRequest> StaleKeys()
    {
        var wanted = new HashSet<Guid>(Blocks);
        return Stored.Where(key => !wanted.Contains(BlockOf(key))).Select(key => new DeleteRequest { Target = new EntityReference(Tables.IdentityKey, key.Id) });
    }

    private static UpsertRequest Upsert(Entity row) => new() { Target = row };

    private static Guid BlockOf(Entity key) => key.GetAttributeValue<EntityReference>(IdentityKey.Fields.BlockId).Id;
}
