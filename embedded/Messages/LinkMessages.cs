using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Links rows: many-to-many by a row of the intersect table, one-to-many by the look-up of the many.</summary>
internal sealed class AssociateMessage : IMessageHandler
{
    public string Message => "Associate";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        Links.Of(request, context).ForEach(link => link.Make());
        return new AssociateResponse();
    }
}

/// <summary>Takes links away.</summary>
internal sealed class DisassociateMessage : IMessageHandler
{
    public string Message => "Disassociate";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        Links.Of(request, context).ForEach(link => link.Break());
        return new DisassociateResponse();
    }
}

/// <summary>What can be done with one link.</summary>
internal sealed record Link(Action Make, Action Break);

/// <summary>The links that a request is about.</summary>
internal static class Links
{
    public static List<Link> Of(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var name = request.Required<Microsoft.Xrm.Sdk.Relationship>("Relationship");
        var related = request.Required<EntityReferenceCollection>("RelatedEntities");
        var link = context.Catalog.ManyToMany.FirstOrDefault(one => string.Equals(one.Name, name.SchemaName, StringComparison.OrdinalIgnoreCase));
        var relationship = link is null ? RelatedRows.OneToMany(context, name) ?? throw PlatformFaults.UnknownRelationship(name.SchemaName) : null;
        var id = Existing(context, target);
        return [.. related.Select(other => (Other: other, Id: Existing(context, other))).Select(one => link is not null
            ? ManyToMany(context, link, target.LogicalName, id, one.Id, name.PrimaryEntityRole)
            : OneToMany(context, relationship!, target.LogicalName, id, one.Other.LogicalName, one.Id))];
    }

    private static Guid Existing(MessageContext context, EntityReference reference)
    {
        var table = context.TableOf(reference.LogicalName);
        var id = Addressing.Find(context, table, reference) ?? throw PlatformFaults.NotFoundByKey(table.LogicalName);
        if (!context.Transaction.HoldExistence(table.LogicalName, id)) throw PlatformFaults.DoesNotExist(table.LogicalName, id);
        context.Demand(table, AccessRight.Append, context.Transaction.Find(table.LogicalName, id));
        return id;
    }

    private static Link OneToMany(MessageContext context, Metadata.Relationship relationship, string table, Guid id, string otherTable, Guid other)
    {
        var targetIsOne = relationship.ReferencedTable == table && relationship.ReferencingTable == otherTable;
        var (one, many) = targetIsOne ? (id, other) : (other, id);
        return new Link(() => Set(new EntityReference(relationship.ReferencedTable, one)), () => Set(null));

        void Set(EntityReference? value) => context.Execute(new UpdateRequest
        {
            Target = new Entity(relationship.ReferencingTable, many) { [relationship.ReferencingColumn] = value },
        });
    }

    private static Link ManyToMany(MessageContext context, ManyToManyRelationship link, string table, Guid id, Guid other, EntityRole? role)
    {
        var targetIsFirst = link.FirstTable == link.SecondTable ? role != EntityRole.Referenced : link.FirstTable == table;
        var (first, second) = targetIsFirst ? (id, other) : (other, id);
        var intersect = context.TableOf(link.IntersectTable);
        var row = PairId(link.IntersectTable, first, second);
        return new Link(
            () => context.Transaction.Insert(new Row(intersect, row, context.Organization.Database.NextVersion(), new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [intersect.PrimaryId] = row,
                [link.FirstColumn] = first,
                [link.SecondColumn] = second,
            })),
            () =>
            {
                if (context.Transaction.Find(intersect.LogicalName, row) is null) throw PlatformFaults.DoesNotExist(intersect.LogicalName, row);
                context.Transaction.Delete(intersect, row);
            });
    }

    // One id for one pair: a second link between the same rows collides with the first
    private static Guid PairId(string table, Guid first, Guid second)
    {
        byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes(table), .. first.ToByteArray(), .. second.ToByteArray()];
        return new Guid(SHA256.HashData(bytes).AsSpan(0, 16));
    }
}
