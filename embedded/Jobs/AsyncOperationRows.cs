using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Import;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Jobs;

/// <summary>The asyncoperation rows in which administrators see asynchronous steps.</summary>
internal static class AsyncOperationRows
{
    private const string Table = "asyncoperation";
    private const int Ready = 0;
    private const int Completed = 3;
    private const int WaitingForResources = 0;
    private const int Succeeded = 30;
    private const int Failed = 31;

    public static void Queued(EmbeddedDataverse organization, Job job) => Write(organization, rows => rows.Put(Table, job.Id, new()
    {
        ["name"] = job.Step,
        ["messagename"] = job.Frame.Message,
        ["primaryentitytype"] = job.Frame.Table,
        ["operationtype"] = 1,
        ["depth"] = job.Frame.Call.Depth,
        ["correlationid"] = job.Frame.Call.CorrelationId,
        ["statecode"] = Ready,
        ["statuscode"] = WaitingForResources,
    }));

    public static void Ended(EmbeddedDataverse organization, Job job, OrganizationServiceFault? fault) => Write(organization, rows =>
    {
        if (fault is null && job.Registration.DeletesJobWhenDone)
        {
            rows.Remove(new Component(Table, job.Id));
            return;
        }
        rows.Put(Table, job.Id, new Dictionary<string, object?>
        {
            ["statecode"] = Completed,
            ["statuscode"] = fault is null ? Succeeded : Failed,
            ["completedon"] = organization.Clock.WholeSeconds,
            ["friendlymessage"] = fault?.Message,
            ["errorcode"] = fault?.ErrorCode,
        });
    });

    private static void Write(EmbeddedDataverse organization, Action<ComponentRows> write)
    {
        if (organization.Catalog.Find(Table) is null) return;
        using var transaction = organization.Database.Begin();
        write(new ComponentRows(organization, transaction));
        transaction.Commit();
    }
}
