using System;
using System.Globalization;
using System.ServiceModel;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>An exception in full, for the trace log: every inner exception, every inner fault with its number, every stack.</summary>
internal static class ExceptionText
{
    private const int MostLevels = 10;

    public static string Write(Exception exception)
    {
        var text = new StringBuilder();
        var level = 0;
        for (Exception? next = exception; next is not null && level < MostLevels; next = next.InnerException, level++)
        {
            text.Append(level == 0 ? "" : "caused by ").Append(next.GetType().FullName).Append(": ").AppendLine(next.Message);
            if (next is FaultException<OrganizationServiceFault> fault) Append(text, fault.Detail);
            if (next.StackTrace is not null) text.AppendLine(next.StackTrace);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, OrganizationServiceFault? fault)
    {
        for (var level = 0; fault is not null && level < MostLevels; fault = fault.InnerFault, level++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, "fault 0x{0:X8}: {1}", fault.ErrorCode, fault.Message).AppendLine();
            if (!string.IsNullOrEmpty(fault.TraceText)) text.AppendLine(fault.TraceText);
        }
    }
}
