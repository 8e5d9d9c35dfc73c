using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>One attempt at linking a record: read, publish, search, decide. Ends with a clash when somebody else was faster; then another attempt is made.</summary>
internal sealed class LinkingAttempt
{
    /// <summary>With so many former mates it is said by hand; more are told apart by the link itself.</summary>
    private const int MostMates = 200;

    private readonly LinkingConfiguration configuration;
    private readonly LinkingRequests requests;
    private readonly Language language;
    private readonly DateTime now;
    private readonly LinkGraph graph;
    private readonly ReviewRows reviews;
    private readonly bool joins;

    /// <param name="now">UTC.</param>
    public LinkingAttempt(LinkingConfiguration configuration, LinkingRequests requests, Language language, DateTime now)
    {
        this.configuration = configuration;
        this.requests = requests;
        this.language = language;
        this.now = now;
        graph = new LinkGraph(configuration.Rules);
        reviews = new ReviewRows(configuration.Stewards, language);
        joins = configuration.Mode == Platform.Mode.Enforce;
    }

    /// <param name="again">Whether an attempt was made before: then a customer may be there already that seems to be new.</param>
    /// <exception cref="LinkClashException">What was found is out of date.</exception>
    public LinkOutcome Link(Arrival arrival, bool again)
    {
        var hinted = arrival.Image is { } image ? SuppressionKeys.Of(Normaliser.Normalise(RecordColumns.RecordOf(image), configuration.DefaultCountry)) : [];
        var named = arrival.Named is not null;
        var read = requests.Read(
            LinkQueries.Record(arrival.Table, arrival.Record),
            LinkQueries.LinkOf(arrival.Table, arrival.Record),
            LinkQueries.KeysOf(arrival.Table, arrival.Record),
            LinkQueries.Forgotten(hinted),
            named ? LinkQueries.MatesOf(arrival.Table, arrival.Record) : null,
            named ? LinkQueries.OfCustomers([arrival.Named!.Value]) : null);
        var link = read[1].Count > 0 ? new KnownLink(read[1][0]) : null;
        if (read[0].Count == 0) return Gone(link, read[2], again);

        var row = read[0][0];
        if (RecordColumns.IsErased(row)) return LinkOutcome.Nobody;

        if (named && row.GetAttributeValue<EntityReference>(RecordColumns.Customer)?.Id != arrival.Named) arrival = arrival.Unnamed();
        var publication = new Publication(arrival, row, link, read[2], configuration);
        if (link is { IsActive: false } && publication.Hashes.Count == 0) return LinkOutcome.Nobody;
        if (IsForgotten(publication, hinted, read[3]) is { Count: > 0 } suppressions) return Forget(arrival, publication, link, row, read[2], suppressions, again);

        Publish([.. publication.Requests(now), .. Said(arrival, publication, link, read[4], read[5])]);
        return Decide(publication, row, link is null, again);
    }

    private void Publish(IReadOnlyList<OrganizationRequest> writes) =>
        LinkClashException.Raise(requests.WriteEach(writes).Where(fault => !LinkClashException.IsPresent(fault.ErrorCode)));

    // what a person has said by what they wrote: the record is that customer's, so not its former mates'; a qualified lead's records are the lead's customer
    private IEnumerable<OrganizationRequest> Said(Arrival arrival, Publication publication, KnownLink? link, IReadOnlyList<Entity> mates, IReadOnlyList<Entity> named)
    {
        if (arrival.Named is { } customer && !(link is { IsConfirmed: true } && link.Customer == customer))
        {
            var reason = LinkingTexts.Write(language, "SetByHand");
            foreach (var mate in mates.Select(row => new KnownLink(row)).Where(mate => mate.Id != publication.LinkId && mate.Customer != customer).Take(MostMates))
            {
                yield return new UpsertRequest { Target = reviews.Decided(publication.LinkId, mate.Id, same: false, arrival.User, now, reason) };
            }

            var others = named.Select(row => new KnownLink(row)).Where(other => other.Id != publication.LinkId && !other.IsConfirmed).OrderBy(other => other.Key, StringComparer.Ordinal).ToList();
            var anchor = others.FirstOrDefault(other => DerivedIds.Customer(other.Id) == customer) ?? others.FirstOrDefault();
            if (anchor is not null) yield return new UpsertRequest { Target = reviews.Decided(publication.LinkId, anchor.Id, same: true, arrival.User, now, reason) };
        }

        if (arrival.Lead is { } lead)
        {
            var reason = LinkingTexts.Write(language, "LeadQualified");
            yield return new CreateRequest { Target = reviews.Decided(publication.LinkId, DerivedIds.Link(Tables.Lead, lead), same: true, arrival.User, now, reason) };
        }
    }

    private LinkOutcome Decide(Publication publication, Entity row, bool isFirst, bool again)
    {
        var search = LinkSearch.Run(requests, graph, publication);
        if (search.Crowded.Count > 0)
        {
            Publish(search.Crowded.Select(key => Silencing(key.Key, key.Value)).ToList());
            throw new LinkClashException("A key is shared by so many that it says nothing; it is left out now.");
        }

        var view = isFirst && search.IsAlone
            ? new GroupView([search.Own], search.Others, search.Reviews, [])
            : Members(search.Groups, search);
        if (view.Find(search.Own.Id) is not { } own || !string.Equals(own.Identity, publication.Identity, StringComparison.Ordinal)) throw new LinkClashException("The record was written again meanwhile.");
        if (search.Tied.Any(tied => view.Find(tied) is null)) throw new LinkClashException("A group has changed meanwhile.");

        var decision = Write(view, own.Id, publication.Title, again);
        return Answer(view, decision, own, row);
    }

    private GroupDecision Write(GroupView view, Guid? own, string title, bool again)
    {
        var taken = new HashSet<Guid>();
        var decision = GroupDecision.Make(view, own, graph, configuration.Rules, joins, taken);
        while (again && decision.Owners.FirstOrDefault(owner => owner.IsNew && IsPresent(owner.Customer)) is { } stranger)
        {
            taken.Add(stranger.Customer);
            decision = GroupDecision.Make(view, own, graph, configuration.Rules, joins, taken);
        }

        var writes = new DecisionWrites(view, decision, own, graph, reviews, language, title);
        var together = writes.Together(joins);
        var questions = writes.Questions();
        var fits = together.Count + questions.Count <= LinkingRequests.MostInBatch;
        try
        {
            requests.WriteTogether(fits ? [.. together, .. questions] : together);
            if (!fits) Publish(questions);
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (LinkClashException.IsClash(fault.Detail.ErrorCode))
        {
            throw new LinkClashException(fault.Message, fault);
        }

        return decision;
    }

    private LinkOutcome Answer(GroupView view, GroupDecision decision, KnownLink own, Entity row)
    {
        var owner = decision.OwnerOf(own.Id);
        if (joins)
        {
            var records = view.Members.Where(link => link.Claim.Customer is null && link.Id != own.Id).Select(link => Naming(link.RecordReference, decision.OwnerOf(link.Id).Customer)).ToList();

            // whose customer is about to change is left to the operation, which moves the look-ups
            var stays = own.Claim.Customer is null || own.Claim.Customer == owner.Customer;
            if (stays && row.GetAttributeValue<EntityReference>(RecordColumns.Customer)?.Id != owner.Customer) records.Add(Naming(row.ToEntityReference(), owner.Customer));
            Publish(records);
        }

        var best = StrongestPair.Of(own, decision.ClusterOf(own.Id), graph);
        return new LinkOutcome
        {
            Customer = own.Claim.Customer ?? owner.Customer,
            IsNew = owner.IsNew && own.Claim.Customer is null,
            Score = best?.Probability(),
            Pair = best?.Score,
            Records = decision.ClusterOf(own.Id).Count - 1,
            Reviews = decision.Doubtful.Values.Count(pair => pair.Left.Id == own.Id || pair.Right.Id == own.Id),
            Changes = joins && (owner.Joined.Count > 0 || (own.Claim.Customer is { } former && former != owner.Customer)),
        };
    }

    // a link that joined another group since it was searched is found by its id: its new group is read too, so that nobody of it is left out
    private GroupView Members(IReadOnlyList<Guid> groups, LinkSearch? search)
    {
        var read = requests.Read(LinkQueries.Members(groups), LinkQueries.ReviewsIn(groups), LinkQueries.PendingIn(groups), LinkQueries.SuppressedIn(groups));
        var members = read[0].Select(row => new KnownLink(row)).ToList();
        var further = members.Select(link => link.Group).Except(groups).ToList();
        if (further.Count > 0) return Members([.. groups, .. further], search);

        graph.Suppress(read[3].Select(block => block.GetAttributeValue<string>(IdentityBlock.Fields.Hash)));
        var known = new HashSet<Guid>(members.Select(link => link.Id));
        return new GroupView(
            members,
            search?.Others.Where(other => !known.Contains(other.Id)).ToList() ?? [],
            [.. read[1].Select(row => new KnownReview(row)), .. search?.Reviews ?? []],
            read[2].Select(row => new PendingOperation(row)).ToList());
    }

    // the record was deleted: its link says so, and the rest of its group is decided without it
    private LinkOutcome Gone(KnownLink? link, IReadOnlyList<Entity> keys, bool again)
    {
        if (link is null) return LinkOutcome.Nobody;

        var writes = keys.Select(key => (OrganizationRequest)new DeleteRequest { Target = key.ToEntityReference() }).ToList();
        if (link.IsActive) writes.Insert(0, Closing(link, SourceLink_StatusCode.Superseded));
        Publish(writes);
        DecideRest(link, again);
        return LinkOutcome.Nobody;
    }

    private void DecideRest(KnownLink link, bool again)
    {
        var view = Members([link.Group], null);
        if (view.Members.Any(member => member.Id == link.Id)) throw new LinkClashException("The link is live again.");
        if (view.Members.Count > 0) Write(view, null, view.Members[0].Title, again);
    }

    private LinkOutcome Forget(Arrival arrival, Publication publication, KnownLink? link, Entity row, IReadOnlyList<Entity> keys, IReadOnlyList<Entity> suppressions, bool again)
    {
        Publish(ForgottenRecord.Requests(arrival, publication, link, row, keys, suppressions));
        if (link is not null) DecideRest(link, again);
        return new LinkOutcome { IsForgotten = true };
    }

    // the image is what the record said when the step was queued; what it says more now is asked besides
    private IReadOnlyList<Entity> IsForgotten(Publication publication, IReadOnlyList<string> hinted, IReadOnlyList<Entity> found)
    {
        var hashes = SuppressionKeys.Of(publication.Record);
        var asked = hashes.Except(hinted, StringComparer.Ordinal).ToList();
        var all = asked.Count == 0 ? found : [.. found, .. requests.Read(LinkQueries.Forgotten(asked))[0]];
        return all.Where(row => hashes.Contains(row.GetAttributeValue<string>(Suppression.Fields.Hash), StringComparer.Ordinal)).ToList();
    }

    private static OrganizationRequest Silencing(string hash, int count) => new UpdateRequest
    {
        Target = new Entity(Tables.IdentityBlock, DerivedIds.Block(hash)) { [IdentityBlock.Fields.Suppressed] = true, [IdentityBlock.Fields.Count] = count },
    };

    private bool IsPresent(Guid customer)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.Equal, customer);
        return requests.Read(query)[0].Count > 0;
    }

    private static OrganizationRequest Naming(EntityReference record, Guid customer) => new UpdateRequest
    {
        Target = new Entity(record.LogicalName, record.Id) { [RecordColumns.Customer] = new EntityReference(Tables.Customer, customer) },
    };

    private static UpdateRequest Closing(KnownLink link, SourceLink_StatusCode status) => new()
    {
        Target = new Entity(Tables.SourceLink, link.Id)
        {
            [SourceLink.Fields.StateCode] = new OptionSetValue((int)SourceLink_StateCode.Inactive),
            [SourceLink.Fields.StatusCode] = new OptionSetValue((int)status),
        },
    };
}
