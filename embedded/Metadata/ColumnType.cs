namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Kinds of columns, and the .NET type in which a <see cref="Storage.Row"/> keeps their values.</summary>
public enum ColumnType
{
    /// <summary>string</summary>
    Text,

    /// <summary>string</summary>
    Memo,

    /// <summary>int</summary>
    Integer,

    /// <summary>long</summary>
    BigInt,

    /// <summary>double</summary>
    Float,

    /// <summary>decimal</summary>
    Decimal,

    /// <summary>decimal, in the row's transaction currency</summary>
    Money,

    /// <summary>DateTime, UTC; for date-only columns the date at midnight, kind unspecified</summary>
    DateTime,

    /// <summary>bool</summary>
    Boolean,

    /// <summary>int</summary>
    Choice,

    /// <summary>int[], ascending</summary>
    MultiChoice,

    /// <summary><see cref="Storage.Reference"/></summary>
    Lookup,

    /// <summary><see cref="Storage.Reference"/> to account or contact</summary>
    Customer,

    /// <summary><see cref="Storage.Reference"/> to systemuser or team</summary>
    Owner,

    /// <summary>Not kept on the row: activityparty rows</summary>
    PartyList,

    /// <summary>Not kept on the row: calendarrule rows</summary>
    CalendarRules,

    /// <summary>Guid</summary>
    PrimaryKey,

    /// <summary>Guid</summary>
    UniqueIdentifier,

    /// <summary>int (statecode)</summary>
    State,

    /// <summary>int (statuscode)</summary>
    Status,

    /// <summary>string (logical name of a table)</summary>
    EntityName,
}
