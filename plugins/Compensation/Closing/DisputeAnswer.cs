using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Brings what the answer to a dispute is worth into the worker's next revision: one line, whose amount is what the answer grants less what earlier
/// answers to the same dispute have granted already. So taking an answer back returns to the start, whatever has been paid meanwhile.
/// </summary>
internal sealed class DisputeAnswer
{
    private readonly IOrganizationService service;
    private readonly StatementOwners owners;

    public DisputeAnswer(IOrganizationService service, StatementOwners owners)
    {
        this.service = service;
        this.owners = owners;
    }

    /// <summary>Writes the line, or takes it away.</summary>
    /// <param name="granted">What the answer is worth altogether, in the currency of payment.</param>
    /// <param name="reason">The answer's words.</param>
    /// <returns>The adjusting line; null where nothing is to be adjusted.</returns>
    public Guid? Adjust(Guid dispute, DisputedLine disputed, decimal granted, string reason)
    {
        var statement = StatementRow.Find(service, disputed.StatementId)!;
        var revisions = Read(statement);
        var evidence = PayIds.Text(dispute);
        var missing = granted - revisions.ClosedLines.Where(line => line.IsOfDispute && string.Equals(line.EvidenceId, evidence, StringComparison.OrdinalIgnoreCase)).Sum(line => line.Amount);
        var open = revisions.Open;
        var lines = revisions.LinesOf(open).Where(line => !string.Equals(line.EvidenceId, evidence, StringComparison.OrdinalIgnoreCase)).ToList();
        if (open is null && missing == 0) return null;

        var revision = revisions.Next;
        StatementLine? adjusting = null;
        if (missing != 0)
        {
            adjusting = Line(disputed, evidence, missing, reason, lines);
            lines.Add(adjusting);
        }

        var draft = Draft(statement, open, revision, lines);
        if (lines.Count == 0 && open is not null) Send(StatementWrites.Withdraw(open, revisions.LinesOf(open)));
        else Send(new StatementWrites(owners).Requests(draft, revision, open, revisions.LinesOf(open)));

        return adjusting is null ? null : PayIds.Line(open?.Id ?? StatementWrites.IdOf(draft, revision), adjusting.Number);
    }

    private Revisions Read(StatementRow statement)
    {
        var query = new QueryExpression(PayTables.Statement) { ColumnSet = StatementRow.Columns };
        query.Criteria.AddCondition(StatementColumns.Worker, ConditionOperator.Equal, statement.Worker);
        query.Criteria.AddCondition(StatementColumns.Period, ConditionOperator.Equal, statement.Period);
        var all = service.RetrieveMultiple(query).Entities.Select(row => new StatementRow(row)).ToList();
        return new Revisions(all, StatementRow.Lines(service, all.Select(one => one.Id)));
    }

    private static StatementLine Line(DisputedLine disputed, string evidence, decimal amount, string reason, IReadOnlyList<StatementLine> others)
    {
        var former = disputed.Line;
        return new StatementLine
        {
            Number = Math.Max(StatementLine.FirstOfDisputes - 1, others.Select(line => line.Number).DefaultIfEmpty(0).Max()) + 1,
            Kind = LineKinds.Adjustment,
            ComponentId = former.ComponentId,
            CustomerId = former.CustomerId,
            Measure = former.Measure,
            Amount = amount,
            Reason = reason,
            EvidenceTable = PayTables.Dispute,
            EvidenceId = evidence,
            Reverses = disputed.Id,
        };
    }

    // the heading is the disputed statement's: worker, period and currency do not change between revisions
    private StatementDraft Draft(StatementRow statement, StatementRow? open, int revision, IReadOnlyList<StatementLine> lines)
    {
        var file = StatementJson.Read<StatementFile>((open is { Content.Length: > 0 } ? open : statement).Content);
        var draft = new StatementDraft
        {
            Heading = new StatementHeading
            {
                Worker = statement.Worker,
                Period = statement.Period,
                User = PayRights.UserOf(service, statement.Worker),
                ManagerUser = PayRights.ManagerUserOf(service, statement.Worker),
                WorkerName = file.Worker,
                HrId = file.HrId,
                PeriodCode = file.Period,
                From = file.From,
                Until = file.Until,
                Plan = file.Plan,
                Currency = file.Currency,
                CurrencyId = statement.Currency,
            },
            Lines = lines,
            Customers = file.Customers,
            Closing = file.Closing,
            Settles = open is null ? [] : [.. file.Settles.Select(id => new Guid(id))],
        };
        RevisionAmounts.Fill(draft);
        RevisionSentences.Fill(draft, revision);
        return draft;
    }

    private void Send(IEnumerable<OrganizationRequest> requests)
    {
        foreach (var request in requests) service.Execute(request);
    }
}
