using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The value of a currency column, in the row's transaction currency.</summary>
[Serializable]
[DataContract(Name = "Money", Namespace = Contracts.Namespace)]
public sealed class Money : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public Money()
    {
    }

    public Money(decimal value) => Value = value;

    [DataMember]
    public decimal Value { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) => obj is Money other && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();
}
