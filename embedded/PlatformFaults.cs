using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

/// <summary>The platform's faults by name, with its error codes and, where they are known, its words.</summary>
/// <remarks>Codes: learn.microsoft.com, "Web service error codes" of Dataverse.</remarks>
internal static class PlatformFaults
{
    public const int ObjectDoesNotExist = unchecked((int)0x80040217);
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int DuplicateRecord = unchecked((int)0x80040237);
    public const int DuplicateRecordEntityKey = unchecked((int)0x80060892);
    public const int RecordNotFoundByEntityKey = unchecked((int)0x80060891);
    public const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);
    public const int ConcurrencyVersionNotProvided = unchecked((int)0x8006088D);
    public const int InvalidEntityKeyOperation = unchecked((int)0x8006088F);
    public const int QueryBuilderNoEntity = unchecked((int)0x80041102);
    public const int QueryBuilderNoAttribute = unchecked((int)0x80041103);
    public const int StringLengthExceeded = unchecked((int)0x80044331);
    public const int ValueOutOfRange = unchecked((int)0x80044330);
    public const int OptionOutOfRange = unchecked((int)0x8004431A);
    public const int InvalidDateTime = unchecked((int)0x80040239);
    public const int InvalidStatus = unchecked((int)0x80048408);
    public const int CannotDeleteDueToAssociation = unchecked((int)0x80040227);
    public const int SqlError = unchecked((int)0x80044150);
    public const int SqlTimeout = unchecked((int)0x80044151);
    public const int TransactionNotStarted = unchecked((int)0x80040251);
    public const int ReducedTransactionCount = unchecked((int)0x8009000C);
    public const int UnexpectedError = unchecked((int)0x80040216);

    public static FaultException<OrganizationServiceFault> New(int code, string message)
    {
        var fault = new OrganizationServiceFault { ErrorCode = code, Message = message, Timestamp = DateTime.UnixEpoch };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message), new FaultCode("Client"), "");
    }

    public static FaultException<OrganizationServiceFault> Unsupported(string what) =>
        New(InvalidArgument, "Not supported by the embedded Dataverse: " + what + ".");

    public static FaultException<OrganizationServiceFault> Invalid(string message) => New(InvalidArgument, message);

    public static FaultException<OrganizationServiceFault> MissingParameter(string parameter) =>
        New(InvalidArgument, $"Required field '{parameter}' is missing");

    public static FaultException<OrganizationServiceFault> Unexpected(string message) => New(UnexpectedError, message);

    public static FaultException<OrganizationServiceFault> UnknownTable(string table) =>
        New(QueryBuilderNoEntity, $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        New(QueryBuilderNoAttribute, $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    public static FaultException<OrganizationServiceFault> DoesNotExist(string table, Guid id) =>
        New(ObjectDoesNotExist, $"Entity '{table}' With Id = {id} Does Not Exist");

    public static FaultException<OrganizationServiceFault> Dangling(Table table, Column column, string target, Guid id) =>
        New(ObjectDoesNotExist, $"Entity '{target}' With Id = {id} Does Not Exist (column '{column}' of '{table}')");

    public static FaultException<OrganizationServiceFault> NotFoundByKey(string table) =>
        New(RecordNotFoundByEntityKey, $"A record with the specified key values does not exist in {table} entity");

    public static FaultException<OrganizationServiceFault> UnknownKey(string table, IEnumerable<string> columns) =>
        New(InvalidEntityKeyOperation, $"Invalid EntityKey Operation performed : The specified key attributes are not a defined key for the {table} entity: {string.Join(", ", columns)}");

    public static FaultException<OrganizationServiceFault> ForbiddenInKey(Table table, Column column, string value) =>
        New(InvalidArgument, $"The value '{value}' of the key column '{column}' of '{table}' holds a character that can't address a row: one of / < > * % & : \\ ? +");

    public static FaultException<OrganizationServiceFault> UnknownRelationship(string? name) =>
        New(InvalidArgument, $"Could not find relationship '{name}' in the metadata.");

    public static FaultException<OrganizationServiceFault> BatchTooLarge(int most, int count) =>
        New(InvalidArgument, string.Create(CultureInfo.InvariantCulture, $"The request batch size exceeds the maximum batch size allowed: {count} of at most {most} requests."));

    public static FaultException<OrganizationServiceFault> DuplicateId(Table table, Guid id) =>
        New(DuplicateRecord, $"Cannot insert duplicate key. Entity '{table}' with Id = {id} already exists.");

    public static FaultException<OrganizationServiceFault> DuplicateKey(Table table, AlternateKey key, Row row) =>
        New(DuplicateRecordEntityKey, $"A record that has the attribute values {string.Join(", ", key.Columns.Select(column => Named(table.Find(column), column)))} already exists. "
            + $"The entity key {key.Name} of '{table}' requires that this set of attributes contains unique values. Select unique values and try again.");

    public static FaultException<OrganizationServiceFault> KeyNotUnique(Table table, AlternateKey key) =>
        New(DuplicateRecordEntityKey, $"The entity key {key.Name} of '{table}' can't be activated: rows that exist have the same values.");

    public static FaultException<OrganizationServiceFault> VersionMismatch(string table, Guid id) =>
        New(ConcurrencyVersionMismatch, $"The version of the existing record doesn't match the RowVersion property provided. ('{table}' With Id = {id})");

    public static FaultException<OrganizationServiceFault> VersionNotProvided() =>
        New(ConcurrencyVersionNotProvided, "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");

    public static FaultException<OrganizationServiceFault> WrongType(Table table, Column column, object value) =>
        New(InvalidArgument, $"Incorrect attribute value type {value.GetType()} for the attribute '{column}' of the '{table}' entity, which is of type {column.Type}.");

    public static FaultException<OrganizationServiceFault> TooLong(Table table, Column column, int length) =>
        New(StringLengthExceeded, $"A validation error occurred. The length of the '{column}' attribute of the '{table}' entity exceeded the maximum allowed length of "
            + $"'{column.MaxLength?.ToString(CultureInfo.InvariantCulture)}': it has {length.ToString(CultureInfo.InvariantCulture)}.");

    public static FaultException<OrganizationServiceFault> OutOfRange(Table table, Column column, object value) =>
        New(ValueOutOfRange, string.Create(CultureInfo.InvariantCulture,
            $"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range. Valid Range: {column.Min} to {column.Max}."));

    public static FaultException<OrganizationServiceFault> UnknownOption(Table table, Column column, int value) =>
        New(OptionOutOfRange, string.Create(CultureInfo.InvariantCulture, $"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range. "
            + $"Accepted Values: {string.Join(',', column.Options.Select(option => option.Value))}"));

    public static FaultException<OrganizationServiceFault> DateTooEarly(Table table, Column column, DateTime value) =>
        New(InvalidDateTime, string.Create(CultureInfo.InvariantCulture, $"DateTime is less than minimum value supported by CrmDateTime. Actual value: {value:MM/dd/yyyy HH:mm:ss}, "
            + $"Minimum value supported: 01/01/1753 00:00:00 (column '{column}' of '{table}')"));

    public static FaultException<OrganizationServiceFault> WrongStatus(Table table, Guid id, int status, int state) =>
        New(InvalidStatus, string.Create(CultureInfo.InvariantCulture, $"{status} is not a valid status code for state code {state} on {table} with Id {id}. (columns 'statecode', 'statuscode')"));

    public static FaultException<OrganizationServiceFault> WrongTarget(Table table, Column column, string target) =>
        New(InvalidArgument, $"The attribute '{column}' of the '{table}' entity can't refer to '{target}'. Accepted Values: {string.Join(", ", column.Targets)}");

    public static FaultException<OrganizationServiceFault> RequiredColumn(Table table, Column column) =>
        New(InvalidArgument, $"The attribute '{column}' of the '{table}' entity is required and may not be empty.");

    public static FaultException<OrganizationServiceFault> Restricted(Table table, Metadata.Relationship relationship) =>
        New(CannotDeleteDueToAssociation, $"The object you tried to delete is associated with another object and cannot be deleted. ('{table}' is referred to by "
            + $"column '{relationship.ReferencingColumn}' of '{relationship.ReferencingTable}')");

    public static FaultException<OrganizationServiceFault> Deadlock(string table) =>
        New(SqlError, $"SQL Server error: Transaction was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction. (table '{table}')");

    public static FaultException<OrganizationServiceFault> LockTimeout(string table) =>
        New(SqlTimeout, $"SQL timeout expired. The wait for a lock on a row of '{table}' lasted too long.");

    public static FaultException<OrganizationServiceFault> NoActiveTransaction() =>
        New(TransactionNotStarted, "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.");

    public static FaultException<OrganizationServiceFault> PlugInIgnoredFault() =>
        New(ReducedTransactionCount, "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.");

    private static string Named(Column? column, string name) => column?.Labels.GetValueOrDefault(1033) ?? name;
}
