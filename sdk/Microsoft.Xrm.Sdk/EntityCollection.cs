using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Rows, and where in a paged result they stand.</summary>
[Serializable]
[DataContract(Name = "EntityCollection", Namespace = Contracts.Namespace)]
public sealed class EntityCollection : IExtensibleDataObject
{
    private DataCollection<Entity> _entities;

    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public EntityCollection()
    {
    }

    public EntityCollection(IList<Entity> list) => _entities = new DataCollection<Entity>(list);

    [DataMember]
    public DataCollection<Entity> Entities
    {
        get => _entities ??= new DataCollection<Entity>();
        private set => _entities = value;
    }

    [DataMember]
    public bool MoreRecords { get; set; }

    [DataMember]
    public string PagingCookie { get; set; }

    [DataMember]
    public string MinActiveRowVersion { get; set; }

    /// <summary>−1 unless the query asked for it.</summary>
    [DataMember]
    public int TotalRecordCount { get; set; }

    [DataMember]
    public bool TotalRecordCountLimitExceeded { get; set; }

    [DataMember]
    public string EntityName { get; set; }

    public Entity this[int index]
    {
        get => Entities[index];
        set => Entities[index] = value;
    }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }
}
