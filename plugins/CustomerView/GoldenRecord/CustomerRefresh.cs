using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Computes a customer anew from its records and writes what changed.</summary>
/// <remarks>
/// Three requests: customer, records, write. The customer is read first and written only if nobody else wrote it meanwhile, so that of two who compute at
/// once the one that has seen fewer records never has the last word.
/// </remarks>
internal static class CustomerRefresh
{
    public const string ModeVariable = "crmx_CustomerViewMode";
    private const int MostTries = 3;

    /// <summary>Whether the tenant wants no customer view at all.</summary>
    public static bool IsOff(Execution execution) => execution.Settings.Mode(ModeVariable) == Platform.Mode.Off;

    /// <summary>The lineage as it now stands, and the columns that were written; null where there is no such customer any more.</summary>
    public static RefreshResult? Run(Execution execution, Guid customer, bool withStanding)
    {
        var store = new GoldenStore(execution.AsSystem);
        var order = SurvivorshipRows.OrderOf(execution);
        for (var tries = 1; ; tries++)
        {
            if (store.Customer(customer, StandingQueries.Columns) is not { } row) return null;

            var golden = new GoldenRow(row);
            var change = golden.Change(store.Records(customer), order, execution.Clock.UtcNow);
            if (withStanding) change = new StandingQueries(execution.AsSystem).AddTo(change, row, execution.Clock.UtcNow);
            if (change is null) return new RefreshResult(LineageJson.Write(golden.Lineage), []);

            try
            {
                store.Update(change, row.RowVersion);
                return new RefreshResult(change.GetAttributeValue<string>(Customer.Fields.Lineage) ?? LineageJson.Write(golden.Lineage), [.. change.Attributes.Keys]);
            }
            catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsVersionMismatch(fault) && tries < MostTries && !execution.InTransaction)
            {
                execution.Trace("the customer was changed meanwhile; try " + (tries + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}

/// <summary>What a computation came to.</summary>
internal sealed class RefreshResult
{
    public RefreshResult(string lineage, IReadOnlyList<string> written)
    {
        Lineage = lineage;
        Written = written;
    }

    /// <summary>JSON.</summary>
    public string Lineage { get; }

    /// <summary>Columns that were written; none where the customer said it all already.</summary>
    public IReadOnlyList<string> Written { get; }
}
