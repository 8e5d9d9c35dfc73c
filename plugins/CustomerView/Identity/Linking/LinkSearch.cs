using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Who else a published record may be: the live links that share a key with it, and those that a person has tied to it.</summary>
internal sealed class LinkSearch
{
    /// <summary>A key of more records says nothing: as in the bulk run.</summary>
    private const int LargestBlock = 200;

    private LinkSearch(KnownLink own, IReadOnlyList<KnownLink> others, IReadOnlyList<KnownReview> reviews)
    {
        Own = own;
        Others = others;
        Reviews = reviews;
    }

    /// <summary>The record's own link, as it stands after publishing.</summary>
    public KnownLink Own { get; }

    /// <summary>All that share a key, tied or not.</summary>
    public IReadOnlyList<KnownLink> Others { get; }

    /// <summary>What was asked or decided about pairs with it.</summary>
    public IReadOnlyList<KnownReview> Reviews { get; }

    /// <summary>Hashes of its keys that so many share that they say nothing, with how many do.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Crowded { get; private set; } = [];

    /// <summary>The links that the rules or a person tie to it.</summary>
    public IReadOnlyList<Guid> Tied { get; private set; } = [];

    /// <summary>The groups concerned, its own among them, each named by its smallest link.</summary>
    public IReadOnlyList<Guid> Groups { get; private set; } = [];

    /// <summary>Whether nothing ties it to anything.</summary>
    public bool IsAlone => Groups.Count == 1 && Groups[0] == Own.Id;

    /// <exception cref="LinkClashException">The link is gone again.</exception>
    public static LinkSearch Run(LinkingRequests requests, LinkGraph graph, Publication publication)
    {
        var blocks = publication.Blocks;
        var read = requests.Read(
            LinkQueries.Link(publication.LinkId),
            LinkQueries.Sharing(blocks),
            LinkQueries.ReviewsOf(publication.LinkId),
            LinkQueries.Suppressed(blocks),
            publication.Confirmed is { } customer ? LinkQueries.OfCustomers([customer]) : null);
        if (read[0].Count == 0) throw new LinkClashException("The link went meanwhile.");

        graph.Suppress(read[3].Select(block => block.GetAttributeValue<string>(IdentityBlock.Fields.Hash)));
        var own = new KnownLink(read[0][0]);
        var others = read[1].Where(row => row.Id != own.Id).Select(row => new KnownLink(row)).ToList();
        var search = new LinkSearch(own, others, read[2].Select(row => new KnownReview(row)).ToList());
        search.Crowded = graph.Holders(own, others).Where(key => key.Value > LargestBlock).ToList();
        if (search.Crowded.Count == 0) search.Tie(graph, read[4].Where(row => row.Id != own.Id).Select(row => new KnownLink(row)).Where(link => link.IsConfirmed).ToList());
        return search;
    }

    private void Tie(LinkGraph graph, IReadOnlyList<KnownLink> confirmed)
    {
        var tied = Others.Where(other => graph.IsTied(Own, other)).ToList();
        var same = Reviews.Where(review => review.IsSame == true && review.GroupOfPartner(Own.Id) is not null).ToList();
        Tied = [.. tied.Select(link => link.Id), .. same.Select(review => review.PartnerOf(Own.Id)), .. confirmed.Select(link => link.Id)];
        Groups = new[] { Own.Group }
            .Concat(tied.Select(link => link.Group))
            .Concat(same.Select(review => review.GroupOfPartner(Own.Id)!.Value))
            .Concat(confirmed.Select(link => link.Group))
            .Distinct()
            .ToList();
    }
}
