using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>A workflow activity that does nothing but call one custom API as the workflow's user: the decision is made there, in one place.</summary>
public abstract class ApiActivity : CodeActivity
{
    /// <inheritdoc/>
    protected sealed override void Execute(CodeActivityContext context)
    {
        if (context is null) throw new ArgumentNullException(nameof(context));

        var workflow = context.GetExtension<IWorkflowContext>();
        var service = context.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(workflow.UserId);
        var request = Ask(context);
        context.GetExtension<ITracingService>()?.Trace("calls {0}", request.RequestName);
        Answer(context, service.Execute(request));
    }

    /// <summary>The call, made of the activity's inputs.</summary>
    protected abstract OrganizationRequest Ask(CodeActivityContext context);

    /// <summary>Puts the answer into the activity's outputs.</summary>
    protected abstract void Answer(CodeActivityContext context, OrganizationResponse response);

    /// <summary>A response property, or the type's default where the API left it empty.</summary>
    protected static T? Read<T>(OrganizationResponse response, string name)
    {
        if (response is null) throw new ArgumentNullException(nameof(response));

        return response.Results.TryGetValue(name, out var value) && value is T typed ? typed : default;
    }
}
