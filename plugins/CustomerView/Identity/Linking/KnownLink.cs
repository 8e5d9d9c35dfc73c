using System;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A source link as it was read: what its record says, whose it is, and in which version that was found.</summary>
internal sealed class KnownLink
{
    /// <summary>Alias of the source in queries of links.</summary>
    public const string SourceAlias = "source";

    private readonly Entity row;
    private NormalRecord? record;
    private ClusterMember? member;

    /// <param name="row">A row of crmx_sourcelink with the columns of <see cref="LinkQueries"/>.</param>
    public KnownLink(Entity row)
    {
        this.row = row;
        Source = row.GetAttributeValue<AliasedValue>(SourceAlias + "." + CustomerSource.Fields.Code)?.Value as string ?? Table;
        SourceIsClean = row.GetAttributeValue<AliasedValue>(SourceAlias + "." + CustomerSource.Fields.Clean)?.Value is true;
        Key = LinkKey.Of(Source, RecordId);
    }

    public Guid Id => row.Id;

    /// <summary>By which links are ordered and named in rules.</summary>
    public string Key { get; }

    /// <summary>Code of the source; the table where it has none.</summary>
    public string Source { get; }

    /// <summary>Whether its source is known to hold each customer once.</summary>
    public bool SourceIsClean { get; }

    public string Table => row.GetAttributeValue<string>(SourceLink.Fields.RecordTable);

    public string RecordId => row.GetAttributeValue<string>(SourceLink.Fields.RecordId);

    /// <summary>The version that a write is made for.</summary>
    public string RowVersion => row.RowVersion;

    /// <summary>What is compared, as it is stored; empty where nothing is known.</summary>
    public string Identity => row.GetAttributeValue<string>(SourceLink.Fields.Identity) ?? "";

    public NormalRecord Record => record ??= Identity.Length == 0 ? new NormalRecord() : NormalRecordJson.Read(Identity);

    /// <summary>How people call the record.</summary>
    public string Title => row.GetAttributeValue<string>(SourceLink.Fields.Name) ?? Key;

    /// <summary>The smallest link of its group; itself while it is in none.</summary>
    public Guid Group => row.GetAttributeValue<EntityReference>(SourceLink.Fields.GroupId)?.Id ?? Id;

    /// <summary>The link as clustering sees it.</summary>
    public ClusterMember Member => member ??= new ClusterMember(Key, Record, Source, SourceIsClean);

    /// <summary>The link as the assignment of customers sees it: a customer that was merged answers for the one it was merged into.</summary>
    public Claim Claim => new(Id, Key)
    {
        Customer = CustomerRow is { IsActive: false } gone ? gone.MergedInto : Customer,
        Since = CustomerRow?.CreatedOn ?? default,
        IsConfirmed = IsConfirmed,
    };

    /// <summary>Whether the group is written on it.</summary>
    public bool HasGroup => row.Contains(SourceLink.Fields.GroupId);

    public Guid? Customer => row.GetAttributeValue<EntityReference>(SourceLink.Fields.CustomerId)?.Id;

    public decimal? Score => row.GetAttributeValue<decimal?>(SourceLink.Fields.Score);

    public string? Explanation => row.GetAttributeValue<string>(SourceLink.Fields.Explanation);

    public UnificationStage? Stage => row.GetAttributeValue<OptionSetValue>(SourceLink.Fields.Stage) is { } stage ? (UnificationStage)stage.Value : null;

    public SourceLink_StatusCode Status => (SourceLink_StatusCode)(row.GetAttributeValue<OptionSetValue>(SourceLink.Fields.StatusCode)?.Value ?? 1);

    /// <summary>Whether a person has said whose record it is.</summary>
    public bool IsConfirmed => Status == SourceLink_StatusCode.Confirmed;

    public bool IsActive => Status is SourceLink_StatusCode.Automatic or SourceLink_StatusCode.Confirmed;

    /// <summary>The customer's columns, where they were read along.</summary>
    public LinkedCustomer? CustomerRow => Customer is { } id ? LinkedCustomer.Of(row, id) : null;

    public EntityReference Reference => new(Tables.SourceLink, Id);

    /// <summary>The department's row.</summary>
    public EntityReference RecordReference => new(Table, new Guid(RecordId));
}
