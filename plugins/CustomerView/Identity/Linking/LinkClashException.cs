using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Somebody else has written a row that a decision rested on: what was found is out of date, so it is to be searched and decided anew.</summary>
internal sealed class LinkClashException : Exception
{
    /// <summary>ConcurrencyVersionMismatch.</summary>
    private const int OtherVersion = unchecked((int)0x80060882);

    /// <summary>ObjectDoesNotExist: the row went meanwhile.</summary>
    private const int NoSuchRow = unchecked((int)0x80040217);

    /// <summary>SqlError and SqlTimeout: of two transactions that wait for each other the platform ends one.</summary>
    private const int SqlError = unchecked((int)0x80044150);
    private const int SqlTimeout = unchecked((int)0x80044151);

    public LinkClashException(string message)
        : base(message)
    {
    }

    public LinkClashException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Whether the fault says that somebody else was faster.</summary>
    public static bool IsClash(int code) =>
        code is OtherVersion or NoSuchRow or SqlError or SqlTimeout or Fault.DuplicateKey or Fault.DuplicateRow;

    /// <summary>Whether the fault says that the row is there already, which is as good as having written it.</summary>
    public static bool IsPresent(int code) => code is Fault.DuplicateKey or Fault.DuplicateRow;

    /// <summary>Raises the faults of a batch whose rows may be there already: a clash where somebody else was faster, else the fault itself.</summary>
    public static void Raise(IEnumerable<OrganizationServiceFault> faults)
    {
        if (faults.FirstOrDefault() is not { } fault) return;
        if (IsClash(fault.ErrorCode)) throw new LinkClashException(fault.Message);
        throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
    }
}
