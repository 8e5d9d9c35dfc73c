using System;
using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Whether an appointment fits into the calendars of those who take part.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ValidationResult : IExtensibleDataObject
{
    [DataMember]
    public Guid ActivityId { get; set; }

    [DataMember]
    public bool ValidationSuccess { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
