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

    public static bool IsDuplicateKey(Exception exception) => Code(exception) is DuplicateKey or DuplicateRow;

    /// <summary>The message for people of a refusal by another plug-in, or null when the exception is anything else.</summary>
    public static string? Refusal(Exception exception) => exception switch
    {
        InvalidPluginExecutionException refusal => refusal.Message,
        FaultException<OrganizationServiceFault> fault when Code(fault) == Refused => fault.Detail.Message,
        _ => null,
    };

    private static int? Code(Exception exception) => (exception as FaultException<OrganizationServiceFault>)?.Detail?.ErrorCode;
}
