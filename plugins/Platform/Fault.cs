using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>What a fault of the organization service says, by the platform's documented error codes.</summary>
internal static class Fault
{
    /// <summary>DuplicateRecordEntityKey: a row with the same values of an alternate key exists.</summary>
    public const int DuplicateKey = unchecked((int)0x80060892);

    /// <summary>DuplicateRecord: a row with the same id exists.</summary>
    public const int DuplicateRow = unchecked((int)0x80040237);

    /// <summary>IsvAborted: a plug-in refused, with a message meant for people.</summary>
    public const int Refused = unchecked((int)0x80040265);

    /// <summary>ConcurrencyVersionMismatch: the row was changed since it was read.</summary>
    public const int VersionMismatch = unchecked((int)0x80060882);

    /// <summary>OptimisticConcurrencyNotEnabled: the table keeps no versions to compare.</summary>
    public const int NoVersions = unchecked((int)0x80060893);

    /// <summary>A deadlock or another fault of the database that a repetition may not meet.</summary>
    private const int SqlError = unchecked((int)0x80044150);
    private const int SqlTimeout = unchecked((int)0x80044151);

    /// <summary>ObjectDoesNotExist: no row has that id.</summary>
    public const int NoSuchRow = unchecked((int)0x80040217);

    /// <summary>PrivilegeDenied: no role of the user holds the privilege.</summary>
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    /// <summary>PrincipalPrivilegeDenied and AccessDenied: the user's rights do not reach as far as the row.</summary>
    private const int NotReached = unchecked((int)0x80042F09);
    private const int AccessDenied = unchecked((int)0x80048306);

    /// <summary>Whether the caller asked for a row that is not there for them.</summary>
    public static bool IsOutOfReach(Exception exception) => Code(exception) is NoSuchRow or PrivilegeDenied or NotReached or AccessDenied;

    public static bool IsDuplicateKey(Exception exception) => Code(exception) is DuplicateKey or DuplicateRow;

    /// <summary>Whether somebody else changed the row since it was read.</summary>
    public static bool IsVersionMismatch(Exception exception) => Code(exception) == VersionMismatch;

    /// <summary>Whether the same request may succeed when it is made again.</summary>
    public static bool IsPassing(int code) => code is VersionMismatch or SqlError or SqlTimeout;

    /// <summary>The message for people of a refusal by another plug-in, or null when the exception is anything else.</summary>
    public static string? Refusal(Exception exception) => exception switch
    {
        InvalidPluginExecutionException refusal => refusal.Message,
        FaultException<OrganizationServiceFault> fault when Code(fault) == Refused => fault.Detail.Message,
        _ => null,
    };

    private static int? Code(Exception exception) => (exception as FaultException<OrganizationServiceFault>)?.Detail?.ErrorCode;
}
