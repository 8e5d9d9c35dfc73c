using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Rows of clerical reviews: asked where a pair is in doubt, withdrawn where it no longer is, and written down as decided where a person has said so.</summary>
internal sealed class ReviewRows
{
    private const int MostLetters = 200;
    private const int MostOfExplanation = 4000;

    /// <summary>Of one record so many pairs are asked at a time, the likeliest first: whoever has a hundred namesakes is a question of the name, not of each.</summary>
    private const int MostOpen = 10;

    private readonly Func<EntityReference?> stewards;
    private readonly Language language;

    /// <param name="stewards">Who owns them; asked only when one is written.</param>
    public ReviewRows(Func<EntityReference?> stewards, Language language)
    {
        this.stewards = stewards;
        this.language = language;
    }

    /// <summary>Who judges what is in doubt, and owns it; null where no team is fit to.</summary>
    public EntityReference? Stewards => stewards();

    /// <summary>What a decision does to the reviews of its links. What a person has decided is never touched.</summary>
    public IEnumerable<OrganizationRequest> Requests(GroupView view, GroupDecision decision, Guid? own)
    {
        foreach (var pair in Asked(view, decision).OrderBy(pair => pair.Id))
        {
            view.Reviews.TryGetValue(pair.Id, out var known);
            if (known is { IsOpen: true } && known.Score == new StrongestPair(pair.Score).Probability()) continue;

            var row = Ask(pair);
            if (known is null && Stewards is { } team) row[ClericalReview.Fields.OwnerId] = team;
            if (known is { IsOpen: false }) SetState(row, ClericalReview_StateCode.Active, ClericalReview_StatusCode.Open);
            yield return new UpsertRequest { Target = row };
        }

        foreach (var review in view.Reviews.Values.Where(review => review.IsOpen && !decision.Doubtful.ContainsKey(review.Pair) && IsOurs(review, view, own)))
        {
            var row = new Entity(Tables.ClericalReview, review.Id) { RowVersion = review.RowVersion };
            SetState(row, ClericalReview_StateCode.Inactive, ClericalReview_StatusCode.Superseded);
            yield return new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
        }
    }

    /// <summary>A pair of which a person has spoken by what they did.</summary>
    /// <param name="on">UTC.</param>
    public Entity Decided(Guid link, Guid other, bool same, Guid user, DateTime on, string reason)
    {
        var row = Row(link, other);
        row[ClericalReview.Fields.Name] = reason.Length <= MostLetters ? reason : reason.Substring(0, MostLetters);
        row[ClericalReview.Fields.Decision] = new OptionSetValue((int)(same ? ReviewDecision.Same : ReviewDecision.Different));
        row[ClericalReview.Fields.DecidedById] = new EntityReference(Tables.SystemUser, user);
        row[ClericalReview.Fields.DecidedOn] = on;
        row[ClericalReview.Fields.Reason] = reason;
        SetState(row, ClericalReview_StateCode.Inactive, ClericalReview_StatusCode.Decided);
        return row;
    }

    // what is open stays open; new questions are added as long as neither record has too many
    private static List<DoubtfulPair> Asked(GroupView view, GroupDecision decision)
    {
        var open = new Dictionary<Guid, int>();
        int OpenOf(Guid link) => open.TryGetValue(link, out var count) ? count : 0;
        void Count(Guid left, Guid right)
        {
            open[left] = OpenOf(left) + 1;
            open[right] = OpenOf(right) + 1;
        }

        foreach (var review in view.Reviews.Values.Where(review => review.IsOpen && decision.Doubtful.ContainsKey(review.Pair))) Count(review.Left, review.Right);
        var asked = new List<DoubtfulPair>();
        foreach (var pair in decision.Doubtful.Values.OrderByDescending(pair => pair.Score.Weight).ThenBy(pair => pair.Id))
        {
            view.Reviews.TryGetValue(pair.Id, out var known);
            if (known?.IsSame is not null) continue;

            if (known is not { IsOpen: true })
            {
                if (OpenOf(pair.Left.Id) >= MostOpen || OpenOf(pair.Right.Id) >= MostOpen) continue;
                Count(pair.Left.Id, pair.Right.Id);
            }

            asked.Add(pair);
        }

        return asked;
    }

    // of other pairs the members of their groups are not all known here
    private static bool IsOurs(KnownReview review, GroupView view, Guid? own) =>
        review.Left == own || review.Right == own || (view.Find(review.Left) is not null && view.Find(review.Right) is not null);

    private Entity Ask(DoubtfulPair pair)
    {
        var row = Row(pair.Left.Id, pair.Right.Id);
        var explanation = new StrongestPair(pair.Score).Explain(language);
        if (pair.Guard is { } guard) explanation = LinkingTexts.Write(language, "Guard" + guard) + " " + explanation;
        var name = pair.Left.Title + " · " + pair.Right.Title;
        row[ClericalReview.Fields.Name] = name.Length <= MostLetters ? name : name.Substring(0, MostLetters);
        row[ClericalReview.Fields.Score] = new StrongestPair(pair.Score).Probability();
        row[ClericalReview.Fields.Explanation] = explanation.Length <= MostOfExplanation ? explanation : explanation.Substring(0, MostOfExplanation);
        row[ClericalReview.Fields.Comparison] = ReviewComparison.Write(pair, language);
        return row;
    }

    private Entity Row(Guid link, Guid other)
    {
        var first = string.CompareOrdinal(DerivedIds.Text(link), DerivedIds.Text(other)) <= 0;
        var row = new Entity(Tables.ClericalReview, DerivedIds.Review(link, other))
        {
            [ClericalReview.Fields.LeftLinkId] = new EntityReference(Tables.SourceLink, first ? link : other),
            [ClericalReview.Fields.RightLinkId] = new EntityReference(Tables.SourceLink, first ? other : link),
        };

        return row;
    }

    private static void SetState(Entity row, ClericalReview_StateCode state, ClericalReview_StatusCode status)
    {
        row[ClericalReview.Fields.StateCode] = new OptionSetValue((int)state);
        row[ClericalReview.Fields.StatusCode] = new OptionSetValue((int)status);
    }
}
