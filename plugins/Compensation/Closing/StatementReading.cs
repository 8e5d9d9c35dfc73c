using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of a statement's kept content what its reader sees: names as they are today, disputes, one language.</summary>
internal sealed class StatementReading
{
    private readonly IOrganizationService service;
    private readonly Language language;

    public StatementReading(IOrganizationService service, Language language)
    {
        this.service = service;
        this.language = language;
    }

    /// <summary>Two requests: the names of customers, and disputes.</summary>
    public StatementView Read(StatementRow statement)
    {
        var file = StatementJson.Read<StatementFile>(statement.Content);
        var names = Names(file);
        var disputes = Disputes.Of(service, DisputeColumns.Statement, statement.Id).ToLookup(dispute => FactsReader.IdOf(dispute, DisputeColumns.Line));
        return new StatementView
        {
            Worker = file.Worker,
            HrId = file.HrId,
            Period = file.Period,
            From = file.From,
            Until = file.Until,
            Plan = file.Plan,
            Revision = file.Revision,
            State = ClosingTexts.State(language, statement.State),
            Currency = file.Currency,
            Gross = file.Gross,
            HeldBack = file.HeldBack,
            Payable = file.Payable,
            Carried = file.Carried,
            Sentences = language == Language.Spanish ? file.Spanish : file.English,
            Customers = [.. file.Lines.GroupBy(line => line.CustomerId)
                .Select(lines => Customer(lines.Key, lines.ToList(), names, disputes))
                .OrderBy(customer => customer.CustomerId.Length == 0)
                .ThenByDescending(customer => StatementJson.Amount(customer.Amount))
                .ThenBy(customer => customer.CustomerId, StringComparer.Ordinal)],
            Next = [.. file.Customers.Select(customer => new StatementViewNext
            {
                CustomerId = customer.CustomerId, Name = Name(names, customer.CustomerId), Why = language == Language.Spanish ? customer.Spanish : customer.English,
            })],
            Digest = statement.Digest,
        };
    }

    private StatementViewCustomer Customer(string id, IReadOnlyList<StatementFileLine> lines, IReadOnlyDictionary<string, string> names, ILookup<Guid, Entity> disputes) => new()
    {
        CustomerId = id,
        Name = Name(names, id),
        Amount = StatementJson.Amount(lines.Sum(line => StatementJson.Amount(line.Amount))),
        Lines = [.. lines.Select(line => Line(line, disputes[new Guid(line.Id)].LastOrDefault()))],
    };

    private static StatementViewLine Line(StatementFileLine line, Entity? dispute) => new()
    {
        LineId = line.Id,
        Number = line.Number,
        Kind = line.Kind,
        Measure = line.Measure,
        Amount = line.Amount,
        Evidence = line.Evidence,
        EvidenceTable = line.EvidenceTable,
        EvidenceId = line.EvidenceId,
        Reverses = line.Reverses,
        Reason = line.Reason,
        DisputeId = dispute is null ? "" : PayIds.Text(dispute.Id),
        IsDisputeOpen = dispute is not null && Disputes.IsOpen(dispute),
        DisputeAnswer = dispute?.GetAttributeValue<string>(DisputeColumns.Answer) ?? "",
    };

    private string Name(IReadOnlyDictionary<string, string> names, string id) =>
        id.Length == 0 ? ClosingTexts.Write(language, "PlainCustomer") : names.TryGetValue(id, out var name) ? name : "";

    private Dictionary<string, string> Names(StatementFile file)
    {
        var ids = file.Lines.Select(line => line.CustomerId).Concat(file.Customers.Select(customer => customer.CustomerId)).Where(id => id.Length > 0).Select(id => new Guid(id));
        return RowReader.Of(service, Model.Tables.Customer, "crmx_customerid", ids, new ColumnSet("crmx_name"))
            .ToDictionary(row => PayIds.Text(row.Id), row => row.GetAttributeValue<string>("crmx_name") ?? "", StringComparer.Ordinal);
    }
}
