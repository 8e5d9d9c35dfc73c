using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Identity;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>
/// Forgets a customer, step by step: hashes first, so that no feed brings him back; then words, names and snapshots; then the history of changes of the
/// same rows, which would still tell; then the rows themselves where nothing hangs on them; the customer's own row last.
/// </summary>
/// <remarks>Each page is repeatable, and the progress is written after it: an interruption repeats one page.</remarks>
internal sealed class ErasureRun
{
    private const int PageSize = 100;
    private const string Pseudonym = "Forgotten / Olvidado ";

    private readonly OperationDesk desk;

    public ErasureRun(OperationDesk desk) => this.desk = desk;

    /// <summary>The name of a customer who was forgotten.</summary>
    public static string PseudonymOf(Guid customer) => Pseudonym + customer.ToString("N", CultureInfo.InvariantCulture).Substring(0, 8);

    /// <summary>Whether a name is what erasure has put in the place of one: it tells nobody's identity, and two that have it are not alike.</summary>
    public static bool IsPseudonym(string? name) => name is not null && name.StartsWith(Pseudonym, StringComparison.Ordinal);

    /// <summary>The subject of what a forgotten customer wrote or was told.</summary>
    public const string Erased = "Erased / Borrado";

    public void Advance(Operation operation)
    {
        if (operation.Status == OperationColumns.Intended)
        {
            if (Begin(operation) is not { } begun) return;
            operation = begun;
        }

        var progress = ErasureProgress.Read(operation.Row.GetAttributeValue<string>(OperationColumns.Journal));
        var steps = ErasureStep.All;
        while (progress.Step < steps.Count)
        {
            if (desk.IsLate)
            {
                desk.Trace("left for later at step " + progress.Step);
                return;
            }

            var step = steps[progress.Step];
            var more = Carry(step, operation.From, progress, out var touched);
            progress.Page = more ? progress.Page + (step.Shrinks ? 0 : 1) : 1;
            if (!more) progress.Step++;
            if (touched) operation = Save(operation, progress);
        }

        var customer = ErasureQuery.Emptied(Tables.Customer, operation.From, ErasurePlan.CustomerColumns, PseudonymOf(operation.From), Erased);
        customer[Customer.Fields.StateCode] = new OptionSetValue(1);
        customer[Customer.Fields.StatusCode] = new OptionSetValue(CustomerStatus.Forgotten);
        desk.Service.Update(customer);
        desk.Service.Execute(History(Tables.Customer, operation.From));
        desk.Store.Write(new Entity(OperationColumns.Table, operation.Id)
        {
            RowVersion = operation.Row.RowVersion,
            [OperationColumns.State] = new OptionSetValue(OperationColumns.Inactive),
            [OperationColumns.Status] = new OptionSetValue(OperationColumns.Done),
        });
    }

    private Operation? Begin(Operation operation)
    {
        var customer = CustomerIdentity.Resolve(desk.Service, operation.From);
        if (CustomerIdentity.Find(desk.Service, customer) is not { } row)
        {
            desk.End(operation, OperationColumns.Failed, desk.Write("CustomerMissing"));
            return null;
        }

        var progress = new ErasureProgress();
        if (!CustomerIdentity.IsForgotten(row)) progress.Count("Hashes", SuppressedCustomer.Keep(desk.Service, customer, desk.Now, desk.DefaultCountry));
        desk.Store.Write(new Entity(OperationColumns.Table, operation.Id)
        {
            RowVersion = operation.Row.RowVersion,
            [OperationColumns.From] = new EntityReference(Tables.Customer, customer),
            [OperationColumns.Status] = new OptionSetValue(OperationColumns.UnderWay),
            [OperationColumns.Journal] = progress.Write(),
        });
        return desk.Store.Find(operation.Id);
    }

    private Operation Save(Operation operation, ErasureProgress progress)
    {
        desk.Store.Write(new Entity(OperationColumns.Table, operation.Id) { RowVersion = operation.Row.RowVersion, [OperationColumns.Journal] = progress.Write() });
        return desk.Store.Find(operation.Id) ?? throw new OperationTakenException(operation.Id);
    }

    /// <returns>Whether the step has more pages.</returns>
    private bool Carry(ErasureStep step, Guid customer, ErasureProgress progress, out bool touched)
    {
        var rule = step.Rule;
        var query = ErasureQuery.Of(rule, customer, step.Shrinks ? 1 : progress.Page, PageSize, step.Kind == ErasureStepKind.Empty, PseudonymOf(customer), Erased);
        var page = desk.Service.RetrieveMultiple(query);
        var ids = page.Entities.Select(row => row.Id).Distinct().ToList();
        touched = ids.Count > 0;
        if (!touched) return false;

        var batch = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = false },
            Requests = new OrganizationRequestCollection(),
        };
        batch.Requests.AddRange(ids.Select(id => Request(step, id, customer)));
        var failed = 0;
        foreach (var item in ((ExecuteMultipleResponse)desk.Service.Execute(batch)).Responses.Where(item => item.Fault is not null))
        {
            if (Platform.Fault.IsPassing(item.Fault.ErrorCode)) throw new InvalidPluginExecutionException(OperationStatus.Retry, item.Fault.Message);
            if (item.Fault.ErrorCode == Platform.Fault.NoSuchRow) continue;

            failed++;
            progress.Refuse(rule.Table, ids[item.RequestIndex], item.Fault.Message);
        }

        if (step.Counts) progress.Count(rule.Code, ids.Count - failed);

        // what can't be touched would be found again and again
        return page.MoreRecords && failed < ids.Count;
    }

    private OrganizationRequest Request(ErasureStep step, Guid row, Guid customer) => step.Kind switch
    {
        ErasureStepKind.Empty => new UpdateRequest { Target = ErasureQuery.Emptied(step.Rule.Table, row, step.Rule.Columns, PseudonymOf(customer), Erased) },
        ErasureStepKind.History => History(step.Rule.Table, row),
        _ => new DeleteRequest { Target = new EntityReference(step.Rule.Table, row) },
    };

    // by name: the message's class lies in an assembly's part that plug-ins need for nothing else
    private static OrganizationRequest History(string table, Guid row) => new("DeleteRecordChangeHistory") { ["Target"] = new EntityReference(table, row) };
}

internal enum ErasureStepKind
{
    Empty,
    History,
    Delete,
}

/// <summary>One thing to be done with the rows of one rule.</summary>
internal sealed class ErasureStep
{
    /// <summary>All of them, in their order. A step that has begun is known by its place: new ones are added behind only between versions.</summary>
    public static readonly IReadOnlyList<ErasureStep> All = Build();

    private ErasureStep(ErasureRule rule, ErasureStepKind kind)
    {
        Rule = rule;
        Kind = kind;
    }

    public ErasureRule Rule { get; }

    public ErasureStepKind Kind { get; }

    /// <summary>Whether the rows it has dealt with are no longer found, so that the first page is always the next.</summary>
    public bool Shrinks => Kind != ErasureStepKind.History;

    /// <summary>Whether its rows are counted: each row once.</summary>
    public bool Counts => Rule.Treatment == Treatment.Delete ? Kind == ErasureStepKind.Delete : Kind == ErasureStepKind.Empty;

    private static List<ErasureStep> Build()
    {
        var rules = ErasurePlan.Rules;
        var steps = rules.Where(rule => rule.Columns.Count > 0).Select(rule => new ErasureStep(rule, ErasureStepKind.Empty)).ToList();
        steps.AddRange(rules.Select(rule => new ErasureStep(rule, ErasureStepKind.History)));
        steps.AddRange(rules.Where(rule => rule.Treatment == Treatment.Delete).Select(rule => new ErasureStep(rule, ErasureStepKind.Delete)));
        return steps;
    }
}
