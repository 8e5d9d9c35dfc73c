using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A managed property that is yes or no, such as <c>iscustomizable</c>.</summary>
[Serializable]
[DataContract(Name = "BooleanManagedProperty", Namespace = Contracts.Namespace)]
public sealed class BooleanManagedProperty : ManagedProperty<bool>
{
    public BooleanManagedProperty()
    {
    }

    public BooleanManagedProperty(bool value) => Value = value;
}
