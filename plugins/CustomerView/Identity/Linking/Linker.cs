using System;
using System.ServiceModel;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Links records as they arrive, change and go. Repeatable; right in any order and when two arrive at once.</summary>
internal sealed class Linker
{
    /// <summary>Left in the execution, so that what is written here is not taken for a person's doing.</summary>
    public const string Mark = "crmx_linking";

    /// <summary>Each clash means that another decision about the same customers was committed, so this many in a row are many colleagues at once.</summary>
    private const int MostAttempts = 20;

    private readonly Execution execution;
    private readonly LinkingConfiguration configuration;
    private readonly LinkingRequests requests;

    public Linker(Execution execution, LinkingConfiguration configuration)
    {
        this.execution = execution;
        this.configuration = configuration;
        requests = new LinkingRequests(execution.AsSystem, execution.InTransaction);
        if (!execution.InTransaction) execution.Remember(Mark, true);
    }

    /// <summary>Links a record as it stands now.</summary>
    /// <exception cref="InvalidPluginExecutionException">In a transaction: somebody else was faster.</exception>
    public LinkOutcome Link(Arrival arrival)
    {
        DemandLead(arrival);

        // known before a fault: after it the transaction may answer nothing more
        var language = execution.Language;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new LinkingAttempt(configuration, requests, language, execution.Clock.UtcNow).Link(arrival, attempt > 0);
            }
            catch (LinkClashException clash) when (!requests.InTransaction && attempt < MostAttempts)
            {
                execution.Trace("searches and decides again: " + clash.Message);
            }
            catch (LinkClashException clash) when (requests.InTransaction)
            {
                throw new InvalidPluginExecutionException(LinkingTexts.Write(language, "Busy"), clash);
            }
            catch (FaultException<OrganizationServiceFault> fault) when (requests.InTransaction && LinkClashException.IsClash(fault.Detail.ErrorCode))
            {
                throw new InvalidPluginExecutionException(LinkingTexts.Write(language, "Busy"), fault);
            }
        }
    }

    /// <summary>Writes down that a person has called two records the same, and links them so.</summary>
    public void Tie(Arrival arrival, Guid other, string reason)
    {
        Demand(arrival.Table, other, arrival.User);
        Demand(arrival.Table, arrival.Record, arrival.User);
        var said = new ReviewRows(configuration.Stewards, execution.Language)
            .Decided(arrival.Link, DerivedIds.Link(arrival.Table, other), same: true, arrival.User, execution.Clock.UtcNow, reason);
        LinkClashException.Raise(requests.WriteEach([new Microsoft.Xrm.Sdk.Messages.UpsertRequest { Target = said }]));
        Link(arrival);
    }

    // what was said of a lead can only be said of a link that is there
    private void DemandLead(Arrival arrival)
    {
        if (arrival.Lead is { } lead) Demand(Tables.Lead, lead, arrival.User);
    }

    private void Demand(string table, Guid record, Guid user)
    {
        if (requests.Read(LinkQueries.LinkOf(table, record))[0].Count == 0) Link(new Arrival(table, record, user));
    }
}
