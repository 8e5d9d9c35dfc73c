namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Whether a record is of somebody or of an organisation.</summary>
internal enum RecordKind
{
    /// <summary>Nothing in the record tells.</summary>
    Unknown = 0,
    Person = 1,
    Organisation = 2,
}
