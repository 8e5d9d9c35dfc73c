using System;
using System.Collections.Generic;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What is to be written so that a worker's statement says what the rules say.</summary>
internal sealed class StatementResult
{
    public Guid Statement { get; set; }

    public string Name { get; set; } = "";

    public decimal Payable { get; set; }

    public string Currency { get; set; } = "";

    /// <summary>In the order in which they are to be sent; empty: it says so already.</summary>
    public IReadOnlyList<OrganizationRequest> Requests { get; set; } = [];
}

/// <summary>
/// Statements of a period: reads what they rest on, has them calculated, and compares them with what is there. What has been shown stays as it is; the
/// difference becomes the next revision.
/// </summary>
internal sealed class StatementBook
{
    private readonly IOrganizationService service;
    private readonly StatementWrites writes;

    public StatementBook(Execution execution, IOrganizationService service)
    {
        this.service = service;
        writes = new StatementWrites(new StatementOwners(execution));
    }

    public ClosingFacts Read(Guid period, IReadOnlyCollection<Guid> workers) => new FactsReader(service).Read(period, workers);

    /// <summary>The worker's statement by the rules, whatever has been written.</summary>
    /// <param name="suppose">Changes what it rests on.</param>
    /// <exception cref="InvalidPluginExecutionException">The worker is on no plan then, or has not accepted it.</exception>
    public StatementDraft Draft(ClosingFacts facts, Guid worker, Language language, Func<Pay.StatementInput, Pay.StatementInput>? suppose = null) =>
        StatementMapping.Draft(PayCase.Of(facts, worker, language), suppose);

    /// <summary>What is to be written so that the worker's statements say what the rules say.</summary>
    /// <exception cref="InvalidPluginExecutionException">The worker is on no plan then, or has not accepted it.</exception>
    public StatementResult Settle(ClosingFacts facts, Guid worker, Language language)
    {
        var one = PayCase.Of(facts, worker, language);
        var draft = StatementMapping.Draft(one);
        var revisions = facts.RevisionsOf(worker);
        var revision = revisions.Next;
        if (revisions.Closed.Count > 0)
        {
            draft = RevisionDraft.Of(draft, one, revisions, facts.Frozen);
            if (draft.Lines.Count == 0) return Nothing(draft, revisions);
        }

        var present = revisions.Open;
        return new StatementResult
        {
            Statement = present?.Id ?? StatementWrites.IdOf(draft, revision),
            Name = draft.Heading.WorkerName + " · " + draft.Heading.PeriodCode,
            Payable = draft.Payable,
            Currency = draft.Heading.Currency,
            Requests = writes.Requests(draft, revision, present, revisions.LinesOf(present)),
        };
    }

    // nothing was learned since; a revision that had something to say and was not shown yet is withdrawn
    private static StatementResult Nothing(StatementDraft draft, Revisions revisions)
    {
        var last = revisions.Closed[revisions.Closed.Count - 1];
        return new StatementResult
        {
            Statement = last.Id,
            Name = last.Name,
            Payable = last.Payable,
            Currency = draft.Heading.Currency,
            Requests = revisions.Open is { } open ? StatementWrites.Withdraw(open, revisions.LinesOf(open)) : [],
        };
    }
}
