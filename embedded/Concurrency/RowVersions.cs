using System.Globalization;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Concurrency;

/// <summary>Optimistic concurrency: a write that names the version it was made for is refused when the row has moved on.</summary>
internal static class RowVersions
{
    public static void Demand(OrganizationRequest request, Row row, string? expected)
    {
        if (request.Optional<ConcurrencyBehavior?>("ConcurrencyBehavior") != ConcurrencyBehavior.IfRowVersionMatches) return;
        if (string.IsNullOrEmpty(expected)) throw PlatformFaults.VersionNotProvided();
        if (expected != row.Version.ToString(CultureInfo.InvariantCulture)) throw PlatformFaults.VersionMismatch(row.Table.LogicalName, row.Id);
    }
}
