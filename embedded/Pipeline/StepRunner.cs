using System;
using System.ServiceModel;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Runs one step's plug-in and turns what it throws into what the platform would answer.</summary>
internal sealed class StepRunner(EmbeddedDataverse organization)
{
    public void Run(StepRegistration step, StepContext context, Transaction? transaction, DateTime began)
    {
        var execution = new StepExecution(context, step.Name, step.PluginType, transaction, began);
        var services = new PluginServices(context, execution.Tracing, new ConnectionFactory(organization, execution));
        Exception? failure = null;
        try
        {
            organization.Faults.OnStep(execution);
            step.Instance().Execute(services);
            TimeLimit.Demand(organization.Clock, execution);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        Trace(execution, context, failure);
        if (failure is not null)
        {
            transaction?.Doom();
            throw PipelineFaults.OfPlugin(failure, step, execution.Tracing.ToString());
        }
        // It ended as if all were well, though one of its requests has ended the transaction.
        if (transaction is { IsDoomed: true }) throw PlatformFaults.PlugInIgnoredFault();
    }

    private void Trace(StepExecution execution, StepContext context, Exception? failure)
    {
        var thrown = failure is FaultException<OrganizationServiceFault> fault ? fault.Detail.Message : failure?.ToString();
        organization.Traces.Add(new StepTrace(
            execution.Name,
            execution.PluginType,
            context.MessageName,
            context.Stage,
            context.Depth,
            context.CorrelationId,
            execution.Requests,
            execution.Tracing.ToString(),
            thrown));
        TraceLogRows.Write(organization, execution, thrown);
    }
}
