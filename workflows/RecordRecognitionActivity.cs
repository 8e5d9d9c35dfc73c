using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_RecordRecognition</c>. Writes down that a worker greeted a customer by name or treated the customer as they like.</summary>
[Activity("Record recognition", "Writes down that a worker greeted a customer by name or treated the customer as they like.")]
public sealed class RecordRecognitionActivity : ApiActivity
{
    /// <summary>Who was recognised.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>byname or preference.</summary>
    [Input("Kind")]
    [RequiredArgument]
    public InArgument<string> Kind { get; set; } = null!;

    /// <summary>Who recognised the customer; the workflow's user if it is empty.</summary>
    [Input("Worker")]
    [ReferenceTarget("crmx_worker")]
    public InArgument<EntityReference> Worker { get; set; } = null!;

    /// <summary>The call in which they met.</summary>
    [Input("Phone call")]
    [ReferenceTarget("phonecall")]
    public InArgument<EntityReference> PhoneCall { get; set; } = null!;

    /// <summary>The appointment in which they met.</summary>
    [Input("Appointment")]
    [ReferenceTarget("appointment")]
    public InArgument<EntityReference> Appointment { get; set; } = null!;

    /// <summary>The case in which they met.</summary>
    [Input("Case")]
    [ReferenceTarget("incident")]
    public InArgument<EntityReference> Case { get; set; } = null!;

    /// <summary>When; now if it is empty.</summary>
    [Input("On")]
    public InArgument<DateTime> On { get; set; } = null!;

    /// <summary>What was done.</summary>
    [Input("Note")]
    public InArgument<string> Note { get; set; } = null!;

    [Output("Recognition")]
    [ReferenceTarget("crmx_recognition")]
    public OutArgument<EntityReference> Recognition { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_RecordRecognition");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Record recognition: please give the customer.");
        request["CustomerId"] = customer.Id;
        request["Kind"] = Kind.Get(context);
        if (Worker?.Get(context) is { } worker) request["WorkerId"] = worker.Id;
        if ((PhoneCall?.Get(context) ?? Appointment?.Get(context) ?? Case?.Get(context)) is { } met)
        {
            request["ActivityTable"] = met.LogicalName;
            request["ActivityId"] = met.Id;
        }

        var on = On?.Get(context) ?? default;
        if (on != default) request["On"] = on;
        if (Note?.Get(context) is { Length: > 0 } note) request["Note"] = note;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Recognition?.Set(context, new EntityReference("crmx_recognition", Read<Guid>(response, "RecognitionId")));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
