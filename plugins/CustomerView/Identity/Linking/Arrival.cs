using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>A record that was written, and what a person said with it.</summary>
internal sealed class Arrival
{
    public Arrival(string table, Guid record, Guid user)
    {
        Table = table;
        Record = record;
        User = user;
    }

    /// <summary>account, contact, lead or crmx_externalrecord.</summary>
    public string Table { get; }

    public Guid Record { get; }

    /// <summary>Who wrote it.</summary>
    public Guid User { get; }

    /// <summary>The customer that a person has put on the record by hand.</summary>
    public Guid? Named { get; init; }

    /// <summary>The lead that was qualified into it: its customer is the record's, whatever the score.</summary>
    public Guid? Lead { get; init; }

    /// <summary>Whether the work is to be done once more after the present transaction has committed.</summary>
    public bool Again { get; init; }

    /// <summary>The record as it was when the step was queued; null where nobody was there to look.</summary>
    public Entity? Image { get; init; }

    public Guid Link => DerivedIds.Link(Table, Record);

    /// <summary>The same without the person's word, which somebody else's has overtaken.</summary>
    public Arrival Unnamed() => new(Table, Record, User) { Lead = Lead, Again = Again, Image = Image };
}
