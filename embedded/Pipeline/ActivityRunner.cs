using System;
using System.Activities;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Runs a workflow activity as a background workflow of the tenant would: outside any transaction, as one user.</summary>
internal sealed class ActivityRunner(EmbeddedDataverse organization)
{
    public IDictionary<string, object> Run(string typeName, IDictionary<string, object> inputs, EntityReference? primary, Guid userId)
    {
        var type = Find(typeName);
        if (Activator.CreateInstance(type) is not Activity activity)
            throw PipelineFaults.Of(PipelineFaults.IsvUnexpected, $"Assembly does not contain the required types: {typeName} is no code activity.");
        var frame = new Frame
        {
            Message = "ExecuteWorkflow",
            Table = primary?.LogicalName ?? PrimaryRecord.None,
            RecordId = primary?.Id ?? Guid.Empty,
            Input = [],
            Call = organization.ClientCall(userId),
            CreatedOn = organization.Clock.WholeSeconds,
            BusinessUnitId = organization.BusinessUnitOf(userId),
        };
        var context = new WorkflowContext(new StepContext(frame, StepRegistration.PostOperation, null, organization));
        var execution = new StepExecution(context.Inner, typeName, typeName, transaction: null, organization.Clock.UtcNow);
        var invoker = new WorkflowInvoker(activity);
        invoker.Extensions.Add<IWorkflowContext>(() => context);
        invoker.Extensions.Add<ITracingService>(() => execution.Tracing);
        invoker.Extensions.Add<IOrganizationServiceFactory>(() => new ConnectionFactory(organization, execution));
        return invoker.Invoke(inputs);
    }

    private Type Find(string typeName)
    {
        lock (organization.Database.Gate)
        {
            var row = organization.Database.Committed.All("plugintype").FirstOrDefault(row => row["typename"] as string == typeName);
            if (row is not null) return organization.PluginTypes.Find(row.Id);
        }
        throw PipelineFaults.Of(PipelineFaults.IsvUnexpected, $"No workflow activity of type {typeName} is registered.");
    }
}
