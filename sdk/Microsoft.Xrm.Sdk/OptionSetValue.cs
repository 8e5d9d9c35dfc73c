using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The value of a choice, state or status column.</summary>
[Serializable]
[DataContract(Name = "OptionSetValue", Namespace = Contracts.Namespace)]
public sealed class OptionSetValue : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public OptionSetValue()
    {
    }

    public OptionSetValue(int value) => Value = value;

    [DataMember]
    public int Value { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) => obj is OptionSetValue other && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();
}
