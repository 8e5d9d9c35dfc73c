using System;
using System.Collections.Concurrent;
using System.IO;
using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>
/// The copy that arrives on the other side of a service boundary: rows as plain <see cref="Entity"/>, nothing shared with the original. Written by hand for what is sent
/// often, because it is made for every request; anything else goes through the serializer itself.
/// </summary>
internal static class SerializationCopy
{
    // What columns, conditions and parameters may hold: a serializer must be told
    private static readonly Type[] Known =
    [
        typeof(Entity), typeof(EntityReference), typeof(EntityCollection), typeof(EntityReferenceCollection), typeof(Money), typeof(OptionSetValue),
        typeof(OptionSetValueCollection), typeof(AliasedValue), typeof(ColumnSet), typeof(QueryExpression), typeof(QueryByAttribute), typeof(FetchExpression),
        typeof(PrincipalAccess), typeof(string[]), typeof(Guid[]), typeof(int[]),
    ];

    private static readonly ConcurrentDictionary<Type, DataContractSerializer> Wires = [];

    /// <summary>A request as it arrives.</summary>
    public static OrganizationRequest Of(OrganizationRequest request)
    {
        var copy = new OrganizationRequest(request.RequestName) { RequestId = request.RequestId };
        Fill(copy.Parameters, request.Parameters);
        return copy;
    }

    /// <summary>Puts copies in the place of what the response holds.</summary>
    public static void Renew(OrganizationResponse response)
    {
        var results = new ParameterCollection();
        Fill(results, response.Results);
        response.Results = results;
    }

    public static Entity Of(Entity entity)
    {
        var copy = new Entity(entity.LogicalName, entity.Id) { EntityState = entity.EntityState, RowVersion = entity.RowVersion };
        foreach (var (name, value) in entity.Attributes) copy.Attributes[name] = Value(value);
        foreach (var (name, text) in entity.FormattedValues) copy.FormattedValues[name] = text;
        foreach (var (name, value) in entity.KeyAttributes) copy.KeyAttributes[name] = Value(value);
        foreach (var (relationship, related) in entity.RelatedEntities) copy.RelatedEntities[Of(relationship)] = Of(related);
        return copy;
    }

    public static object? Value(object? value) => value switch
    {
        null => null,
        string or Guid or DateTime or int or bool or decimal or long or double or Enum => value,
        EntityReference reference => Of(reference),
        OptionSetValue option => new OptionSetValue(option.Value),
        Money money => new Money(money.Value),
        Entity entity => Of(entity),
        EntityCollection collection => Of(collection),
        EntityReferenceCollection references => Of(references),
        AliasedValue aliased => new AliasedValue(aliased.EntityLogicalName, aliased.AttributeLogicalName, Value(aliased.Value)),
        OptionSetValueCollection options => Of(options),
        ColumnSet columns => QueryCopy.Of(columns),
        QueryBase query => QueryCopy.Of(query),
        Relationship relationship => Of(relationship),
        OrganizationRequestCollection requests => Of(requests),
        OrganizationResponseCollection responses => Of(responses),
        ExecuteMultipleResponseItemCollection items => Of(items),
        ExecuteMultipleSettings settings => new ExecuteMultipleSettings { ContinueOnError = settings.ContinueOnError, ReturnResponses = settings.ReturnResponses },
        UpsertResponse[] responses => Array.ConvertAll(responses, Of),
        string[] texts => texts.Clone(),
        Guid[] ids => ids.Clone(),
        byte[] bytes => bytes.Clone(),
        int[] numbers => numbers.Clone(),
        _ => ThroughSerializer(value),
    };

    /// <summary>What the serializer itself makes of a value.</summary>
    public static object? ThroughSerializer(object value)
    {
        var wire = Wires.GetOrAdd(value.GetType(), type => new DataContractSerializer(type, Known));
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateBinaryWriter(stream, null, null, ownsStream: false)) wire.WriteObject(writer, value);
        stream.Position = 0;
        using var reader = XmlDictionaryReader.CreateBinaryReader(stream, XmlDictionaryReaderQuotas.Max);
        return wire.ReadObject(reader);
    }

    private static void Fill(ParameterCollection copy, ParameterCollection original)
    {
        foreach (var (name, value) in original) copy[name] = Value(value);
    }

    private static EntityReference Of(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        foreach (var (name, value) in reference.KeyAttributes) copy.KeyAttributes[name] = Value(value);
        return copy;
    }

    private static Relationship Of(Relationship relationship) => new(relationship.SchemaName) { PrimaryEntityRole = relationship.PrimaryEntityRole };

    private static EntityCollection Of(EntityCollection collection)
    {
        var copy = new EntityCollection
        {
            EntityName = collection.EntityName,
            MinActiveRowVersion = collection.MinActiveRowVersion,
            MoreRecords = collection.MoreRecords,
            PagingCookie = collection.PagingCookie,
            TotalRecordCount = collection.TotalRecordCount,
            TotalRecordCountLimitExceeded = collection.TotalRecordCountLimitExceeded,
        };
        foreach (var entity in collection.Entities) copy.Entities.Add(Of(entity));
        return copy;
    }

    private static EntityReferenceCollection Of(EntityReferenceCollection references)
    {
        var copy = new EntityReferenceCollection();
        foreach (var reference in references) copy.Add(Of(reference));
        return copy;
    }

    private static OptionSetValueCollection Of(OptionSetValueCollection options)
    {
        var copy = new OptionSetValueCollection();
        foreach (var option in options) copy.Add(new OptionSetValue(option.Value));
        return copy;
    }

    private static OrganizationRequestCollection Of(OrganizationRequestCollection requests)
    {
        var copy = new OrganizationRequestCollection();
        foreach (var request in requests) copy.Add(Of(request));
        return copy;
    }

    private static OrganizationResponseCollection Of(OrganizationResponseCollection responses)
    {
        foreach (var response in responses) Renew(response);
        return responses;
    }

    private static ExecuteMultipleResponseItemCollection Of(ExecuteMultipleResponseItemCollection items)
    {
        foreach (var item in items)
        {
            if (item.Response is { } response) Renew(response);
        }

        return items;
    }

    private static UpsertResponse Of(UpsertResponse response)
    {
        Renew(response);
        return response;
    }
}
