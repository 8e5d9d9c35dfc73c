using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A relationship by schema name; the role says which end, where a table is related to itself.</summary>
[Serializable]
[DataContract(Name = "Relationship", Namespace = Contracts.Namespace)]
public sealed class Relationship : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public Relationship()
    {
    }

    public Relationship(string schemaName) => SchemaName = schemaName;

    [DataMember]
    public string SchemaName { get; set; }

    [DataMember]
    public EntityRole? PrimaryEntityRole { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) =>
        obj is Relationship other && string.Equals(SchemaName, other.SchemaName, StringComparison.Ordinal) && PrimaryEntityRole == other.PrimaryEntityRole;

    public override int GetHashCode() =>
        (SchemaName == null ? 0 : StringComparer.Ordinal.GetHashCode(SchemaName)) ^ PrimaryEntityRole.GetHashCode();

    public override string ToString() => SchemaName + (PrimaryEntityRole == null ? "" : "." + PrimaryEntityRole);
}
