using System;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Two customers are one: the younger answers to the older's id, and all that names the younger follows.</summary>
internal sealed class JoinRun : MoveRun
{
    private const int PageSize = 5000;

    private const string RelationFrom = "crmx_fromid";
    private const string RelationTo = "crmx_toid";

    public JoinRun(OperationDesk desk)
        : base(desk)
    {
    }

    protected override Operation? Begin(Operation operation)
    {
        var one = CustomerIdentity.Find(Desk.Service, CustomerIdentity.Resolve(Desk.Service, operation.From));
        var other = CustomerIdentity.Find(Desk.Service, CustomerIdentity.Resolve(Desk.Service, operation.To));
        if (one is null || other is null) return Refuse(operation, "CustomerMissing");
        if (CustomerIdentity.IsForgotten(one) || CustomerIdentity.IsForgotten(other)) return Refuse(operation, "CustomerForgotten");

        Guid from, to;
        Guid? formerly = null;
        if (one.Id == other.Id)
        {
            // joined already, perhaps by somebody else at this moment: what still names the merged one follows
            to = one.Id;
            from = operation.From != to ? operation.From : operation.To;
            if (from == to)
            {
                Desk.End(operation, OperationColumns.Done);
                return null;
            }

            formerly = CustomerIdentity.Find(Desk.Service, from) is { } merged ? CustomerIdentity.MergedInto(merged) : to;
        }
        else
        {
            var firstSurvives = CustomerIdentity.IsOlder(one, other);
            to = firstSurvives ? one.Id : other.Id;
            from = firstSurvives ? other.Id : one.Id;
        }

        operation.Journal.Add(CustomerStatus.Merging(from, to, formerly));
        return Desk.Store.Save(
            operation,
            OperationStore.Status(OperationColumns.UnderWay),
            new(OperationColumns.From, new EntityReference(Model.Tables.Customer, from)),
            new(OperationColumns.To, new EntityReference(Model.Tables.Customer, to)));
    }

    protected override FoundMoves Find(Operation operation)
    {
        var found = new FoundMoves();
        var former = JournalValue.Reference(Model.Tables.Customer, operation.From);
        var after = JournalValue.Reference(Model.Tables.Customer, operation.To);
        foreach (var reference in CustomerReferences.Following)
        {
            var query = new QueryExpression(reference.Table) { ColumnSet = new ColumnSet(reference.Column), PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize } };
            query.Criteria.AddCondition(reference.Column, ConditionOperator.Equal, operation.From);
            query.AddOrder(PrimaryKey.Of(reference.Table), OrderType.Ascending);
            var opposite = reference.Column switch { RelationFrom => RelationTo, RelationTo => RelationFrom, _ => null };
            if (opposite is not null) query.ColumnSet.AddColumns(opposite, OperationColumns.State);
            while (true)
            {
                var page = Desk.Service.RetrieveMultiple(query);
                foreach (var row in page.Entities)
                {
                    if (opposite is not null && row.GetAttributeValue<EntityReference>(opposite)?.Id is { } tied && (tied == operation.To || tied == operation.From)) StayTied(found, row);
                    else found.Moves.Add(new JournalEntry(reference.Table, row.Id, reference.Column, former, after));
                }

                if (!page.MoreRecords) break;

                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
        }

        return found;
    }

    protected override void Finish(Operation operation)
    {
        // the survivor was itself merged while rows came to it: they follow once more
        if (CustomerIdentity.Find(Desk.Service, operation.To) is { } survivor && CustomerIdentity.MergedInto(survivor) is { } next)
        {
            Ask(OperationRequest.Join(operation.To, next, operation.Reason, ComponentId.NameBased(operation.Id, "again")));
        }

        Desk.End(operation, OperationColumns.Done, Desk.SayKept(operation));
    }

    // nobody is tied to himself
    private static void StayTied(FoundMoves found, Entity row)
    {
        found.Kept.Add(new KeptRow(row.LogicalName, row.Id, KeptRow.Same));
        if (row.GetAttributeValue<OptionSetValue>(OperationColumns.State)?.Value is null or OperationColumns.Active)
        {
            found.Changes.Add(new JournalEntry(row.LogicalName, row.Id, OperationColumns.State, JournalValue.Option(OperationColumns.Active), JournalValue.Option(OperationColumns.Inactive)));
        }
    }

    private void Ask(Entity request)
    {
        try
        {
            Desk.Service.Create(request);
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            Desk.Trace("asked for already");
        }
    }

    private Operation? Refuse(Operation operation, string why)
    {
        Desk.End(operation, OperationColumns.Failed, Desk.Write(why));
        return null;
    }
}
