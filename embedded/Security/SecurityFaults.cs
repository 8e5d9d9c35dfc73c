using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Refusals for want of rights, with the platform's codes.</summary>
internal static class SecurityFaults
{
    internal const int PrivilegeDenied = unchecked((int)0x80040220);
    internal const int AccessDenied = unchecked((int)0x80048306);
    internal const int UserDisabled = unchecked((int)0x80040225);
    internal const int ColumnCreateDenied = unchecked((int)0x8004F502);
    internal const int ColumnUpdateDenied = unchecked((int)0x8004F507);

    /// <summary>PrivilegeDenied: none of the user's roles has the privilege.</summary>
    public static FaultException<OrganizationServiceFault> Privilege(Principal principal, string privilege, string? table) =>
        Of(PrivilegeDenied, $"Principal user (Id={principal.UserId}, type=8, roleCount={principal.RoleCount}) is missing {privilege} privilege"
            + (table is null ? "." : $" for entity '{table}'.") + $" context.Caller={principal.UserId}");

    /// <summary>PrincipalPrivilegeDenied: the user has the privilege, but not as far as this row.</summary>
    public static FaultException<OrganizationServiceFault> Access(Guid user, AccessRight right, string table, Guid id) =>
        Of(AccessDenied, $"Principal with id {user} does not have {right}Access right(s) for record with id {id} of entity {table}");

    public static FaultException<OrganizationServiceFault> Disabled(Guid user) =>
        Of(UserDisabled, $"The specified user(Id = {user}) is disabled. Consider enabling this user.");

    public static FaultException<OrganizationServiceFault> NoUser(Guid user) =>
        Of(unchecked((int)0x80040217), $"Entity 'systemuser' With Id = {user} Does Not Exist");

    /// <summary>AttributePrivilegeCreateIsMissing</summary>
    public static FaultException<OrganizationServiceFault> ColumnCreate(Guid user, string table, string column) =>
        Of(ColumnCreateDenied, $"The user (Id={user}) does not have create permissions to a secured field: '{column}' of '{table}'. The requested operation could not be completed.");

    /// <summary>AttributePermissionUpdateIsMissingDuringUpdate</summary>
    public static FaultException<OrganizationServiceFault> ColumnUpdate(Guid user, string table, string column) =>
        Of(ColumnUpdateDenied, $"The user (Id={user}) doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation: '{column}' of '{table}'.");

    public static FaultException<OrganizationServiceFault> Argument(string message) => Of(unchecked((int)0x80040203), message);

    private static FaultException<OrganizationServiceFault> Of(int code, string message) =>
        new(new OrganizationServiceFault { ErrorCode = code, Message = message, Timestamp = DateTime.UtcNow }, new FaultReason(message));
}
