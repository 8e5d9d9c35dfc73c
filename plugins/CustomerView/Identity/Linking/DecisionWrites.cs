using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>
/// Writes a decision: customers made, links, reviews and operations in one transaction, then the look-ups on the departments' rows, whose own plug-ins may refuse.
/// </summary>
/// <remarks>
/// Of each group the decision rests on the smallest link is written, changed or not, in the version it was read in: two decisions about one group thus
/// never both stand, and the later is made again on what the earlier left.
/// </remarks>
internal sealed class DecisionWrites
{
    private readonly GroupView view;
    private readonly GroupDecision decision;
    private readonly Guid? own;
    private readonly LinkGraph graph;
    private readonly ReviewRows reviews;
    private readonly Language language;
    private readonly string title;

    /// <param name="title">How the record is called that gave rise to it.</param>
    public DecisionWrites(GroupView view, GroupDecision decision, Guid? own, LinkGraph graph, ReviewRows reviews, Language language, string title)
    {
        this.view = view;
        this.decision = decision;
        this.own = own;
        this.graph = graph;
        this.reviews = reviews;
        this.language = language;
        this.title = title;
    }

    /// <summary>What must be true together: customers, links and the operations asked for.</summary>
    /// <param name="joins">Whether customers that exist may be joined and parted.</param>
    public IReadOnlyList<OrganizationRequest> Together(bool joins) => [.. NewCustomers(), .. Links(), .. Stages(), .. joins ? Operations() : []];

    /// <summary>What stewards are asked, and no longer asked; part of the same transaction wherever that has room for it.</summary>
    public IReadOnlyList<OrganizationRequest> Questions() => [.. reviews.Requests(view, decision, own)];

    /// <summary>The links that get a customer now, by whom their departments' rows must say so.</summary>
    public IEnumerable<KnownLink> Assigned() => view.Members.Where(link => link.Claim.Customer is null);

    private IEnumerable<OrganizationRequest> NewCustomers() => decision.Owners.Where(owner => owner.IsNew).Select(owner =>
    {
        var stage = owner.Links.Any(link => IsInReview(link.Link)) ? UnificationStage.InReview : UnificationStage.Matched;
        return (OrganizationRequest)new CreateRequest
        {
            Target = new Entity(Tables.Customer, owner.Customer)
            {
                [Customer.Fields.CustomerId] = owner.Customer,
                [Customer.Fields.Name] = title,
                [Customer.Fields.Stage] = new OptionSetValue((int)stage),
            },
        };
    });

    private IEnumerable<OrganizationRequest> Links()
    {
        var roots = new HashSet<Guid>(view.Members.Select(link => link.Group));
        foreach (var link in view.Members.OrderBy(link => DerivedIds.Text(link.Id), StringComparer.Ordinal))
        {
            var row = Changes(link);
            if (row.Attributes.Count == 0 && link.Id != own && !roots.Contains(link.Id)) continue;

            row[SourceLink.Fields.GroupId] = new EntityReference(Tables.SourceLink, decision.GroupOf(link.Id));
            row.RowVersion = link.RowVersion;
            yield return new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
        }
    }

    private Entity Changes(KnownLink link)
    {
        var row = new Entity(Tables.SourceLink, link.Id);
        var owner = decision.OwnerOf(link.Id);
        if (!link.HasGroup || link.Group != decision.GroupOf(link.Id)) row[SourceLink.Fields.GroupId] = new EntityReference(Tables.SourceLink, decision.GroupOf(link.Id));
        if (link.Claim.Customer is null) row[SourceLink.Fields.CustomerId] = new EntityReference(Tables.Customer, owner.Customer);
        if (link.Claim.Customer is null || link.Id == own) Explain(row, link);
        var stage = link.IsConfirmed ? UnificationStage.Confirmed : IsInReview(link.Id) ? UnificationStage.InReview : UnificationStage.Matched;
        if (link.Stage == stage) return row;

        row[SourceLink.Fields.Stage] = new OptionSetValue((int)stage);
        if (stage == UnificationStage.InReview && reviews.Stewards is { } team) row[SourceLink.Fields.OwnerId] = team;
        return row;
    }

    private void Explain(Entity row, KnownLink link)
    {
        var best = StrongestPair.Of(link, decision.ClusterOf(link.Id), graph);
        if (best?.Probability() != link.Score) row[SourceLink.Fields.Score] = best?.Probability();
        var explanation = best is null ? null : best.Explain(language);
        if (!string.Equals(explanation, link.Explanation, StringComparison.Ordinal)) row[SourceLink.Fields.Explanation] = explanation;
    }

    // only what linking itself brings about: a customer that was enriched is taken back only by a doubt
    private IEnumerable<OrganizationRequest> Stages()
    {
        foreach (var owner in decision.Owners.Where(owner => !owner.IsNew))
        {
            if (owner.Links.Select(link => view.Find(link.Link)!.CustomerRow).FirstOrDefault(row => row?.Id == owner.Customer) is not { } known) continue;

            var stage = known.Stage;
            var wanted = owner.Links.Any(link => IsInReview(link.Link)) ? UnificationStage.InReview
                : stage is null or UnificationStage.Arrived or UnificationStage.InReview ? owner.Links.Any(link => link.IsConfirmed) ? UnificationStage.Confirmed : UnificationStage.Matched
                : stage;
            if (wanted == stage) continue;

            yield return new UpdateRequest { Target = new Entity(Tables.Customer, owner.Customer) { [Customer.Fields.Stage] = new OptionSetValue((int)wanted.Value) } };
        }
    }

    private IEnumerable<OrganizationRequest> Operations()
    {
        foreach (var owner in decision.Owners)
        {
            foreach (var joined in owner.Joined.Where(joined => !view.Pending.Any(pending => pending.Joins(joined, owner.Customer))))
            {
                var shown = owner.Links.Where(link => link.Customer == joined).Select(link => link.Link).ToList();
                var join = OperationRequest.Join(joined, owner.Customer, LinkingTexts.Write(language, "JoinReason", title));
                join[OperationColumns.Links] = string.Join(",", shown.Select(DerivedIds.Text));
                yield return new CreateRequest { Target = join };
            }

            var leaving = owner.Links.Where(link => link.Customer is { } customer && customer != owner.Customer && !owner.Joined.Contains(customer));
            foreach (var part in leaving.GroupBy(link => link.Customer!.Value))
            {
                var links = part.Select(link => link.Link).ToList();
                if (view.Pending.Any(pending => pending.Splits(part.Key, links))) continue;

                yield return new CreateRequest { Target = OperationRequest.Split(part.Key, links, LinkingTexts.Write(language, "SplitReason", title), owner.Customer, byRule: true) };
            }
        }
    }

    private bool IsInReview(Guid link) => decision.Doubtful.Values.Any(pair =>
        (pair.Left.Id == link || pair.Right.Id == link) && !(view.Reviews.TryGetValue(pair.Id, out var review) && review.IsSame is not null));
}
