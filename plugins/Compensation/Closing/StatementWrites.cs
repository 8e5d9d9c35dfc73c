using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// The requests that make a statement say what was calculated: none where it says so already; one that makes header and lines together where it is new;
/// else the lines that differ, and the header last. So a statement whose digest is right has the right lines.
/// </summary>
internal sealed class StatementWrites
{
    private readonly StatementOwners owners;

    public StatementWrites(StatementOwners owners) => this.owners = owners;

    /// <summary>The statement's id once <see cref="Requests"/> has been asked.</summary>
    public static Guid IdOf(StatementDraft draft, int revision) => PayIds.Statement(draft.Heading.Worker, draft.Heading.Period, revision);

    /// <param name="present">The row of that revision; null where there is none.</param>
    public IReadOnlyList<OrganizationRequest> Requests(StatementDraft draft, int revision, StatementRow? present, IReadOnlyList<StatementLine> lines)
    {
        var id = present?.Id ?? IdOf(draft, revision);
        var content = StatementJson.Write(draft.File(id, revision));
        var digest = StatementJson.Digest(content);
        if (present is not null && string.Equals(present.Digest, digest, StringComparison.Ordinal)) return [];

        var header = Header(draft, id, revision, content, digest);
        var owner = present is null ? owners.Of(draft.Heading.User) : present.Owner;
        return present is null ? New(draft, header, owner) : Changed(draft, header, present, lines, owner);
    }

    private static List<OrganizationRequest> New(StatementDraft draft, Entity header, EntityReference? owner)
    {
        if (owner is not null) header[StatementColumns.Owner] = owner;
        var name = header.GetAttributeValue<string>(StatementColumns.Name);
        if (draft.Lines.Count > 0)
        {
            var rows = draft.Lines.Select(line => line.Row(header.Id, name, draft.Heading.CurrencyId, owner)).ToList();
            foreach (var row in rows) row.Attributes.Remove(LineColumns.Statement);
            header.RelatedEntities[new Relationship(StatementColumns.LinesRelationship)] = new EntityCollection(rows) { EntityName = PayTables.Line };
        }

        var requests = new List<OrganizationRequest> { new CreateRequest { Target = header } };
        if (draft.Heading.ManagerUser is { } manager && manager != owner?.Id) requests.Add(Share(header.Id, manager));
        return requests;
    }

    private static List<OrganizationRequest> Changed(StatementDraft draft, Entity header, StatementRow present, IReadOnlyList<StatementLine> lines, EntityReference? owner)
    {
        var requests = new List<OrganizationRequest>();
        var known = lines.ToDictionary(line => line.Number);
        foreach (var line in draft.Lines.Where(line => !known.TryGetValue(line.Number, out var former) || !former.Says(line)))
        {
            var row = line.Row(present.Id, present.Name, draft.Heading.CurrencyId, known.ContainsKey(line.Number) ? null : owner);
            requests.Add(known.ContainsKey(line.Number) ? new UpdateRequest { Target = row } : new CreateRequest { Target = row });
        }

        var wanted = new HashSet<int>(draft.Lines.Select(line => line.Number));
        requests.AddRange(lines.Where(line => !wanted.Contains(line.Number)).Select(line => new DeleteRequest { Target = new EntityReference(PayTables.Line, line.Id) }));
        if (present.State == StatementState.Superseded) SetState(header, StatementState.Calculated);
        requests.Add(new UpdateRequest { Target = header });
        return requests;
    }

    /// <summary>A revision that was never shown and says nothing any more.</summary>
    public static IReadOnlyList<OrganizationRequest> Withdraw(StatementRow present, IReadOnlyList<StatementLine> lines)
    {
        var requests = lines.Select(line => (OrganizationRequest)new DeleteRequest { Target = new EntityReference(PayTables.Line, line.Id) }).ToList();
        var header = new Entity(PayTables.Statement, present.Id)
        {
            [StatementColumns.Gross] = new Money(0),
            [StatementColumns.HeldBack] = new Money(0),
            [StatementColumns.Payable] = new Money(0),
            [StatementColumns.Carried] = new Money(0),
            [StatementColumns.Digest] = "",
        };
        SetState(header, StatementState.Superseded);
        requests.Add(new UpdateRequest { Target = header });
        return requests;
    }

    public static void SetState(Entity header, StatementState state)
    {
        header[StatementColumns.State] = new OptionSetValue(StatementStates.StateCode(state));
        header[StatementColumns.Status] = new OptionSetValue((int)state);
    }

    private static GrantAccessRequest Share(Guid statement, Guid user) => new()
    {
        Target = new EntityReference(PayTables.Statement, statement),
        PrincipalAccess = new PrincipalAccess { Principal = new EntityReference(Model.Tables.SystemUser, user), AccessMask = AccessRights.ReadAccess },
    };

    private static Entity Header(StatementDraft draft, Guid id, int revision, string content, string digest)
    {
        const int MostOfExplanation = 4000;
        var explanation = string.Join(" ", draft.English) + "\n\n" + string.Join(" ", draft.Spanish);
        return new Entity(PayTables.Statement, id)
        {
            [StatementColumns.Name] = string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} · {1} · {2}", draft.Heading.WorkerName, draft.Heading.PeriodCode, revision),
            [StatementColumns.Worker] = new EntityReference(PayTables.Worker, draft.Heading.Worker),
            [StatementColumns.Period] = new EntityReference(PayTables.Period, draft.Heading.Period),
            [StatementColumns.Revision] = revision,
            [StatementColumns.Currency] = new EntityReference("transactioncurrency", draft.Heading.CurrencyId),
            [StatementColumns.Gross] = new Money(draft.Gross),
            [StatementColumns.HeldBack] = new Money(draft.HeldBack),
            [StatementColumns.Payable] = new Money(draft.Payable),
            [StatementColumns.Carried] = new Money(draft.Carried),
            [StatementColumns.Explanation] = explanation.Length <= MostOfExplanation ? explanation : explanation.Substring(0, MostOfExplanation),
            [StatementColumns.Content] = content,
            [StatementColumns.Digest] = digest,
        };
    }
}
