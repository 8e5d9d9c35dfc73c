using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_GrantGoodwill</c>. Grants money to put things right, at once within the job's limit; beyond it the request goes to somebody who can say yes.</summary>
[Activity("Grant goodwill", "Grants money to put things right, at once within the job's limit; beyond it the request goes to somebody who can say yes.")]
public sealed class GrantGoodwillActivity : ApiActivity
{
    /// <summary>To whom.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>What it is about; without one the limit is the customer's day.</summary>
    [Input("Case")]
    [ReferenceTarget("incident")]
    public InArgument<EntityReference> Case { get; set; } = null!;

    /// <summary>More than 0, in whole cents.</summary>
    [Input("Amount")]
    [RequiredArgument]
    public InArgument<decimal> Amount { get; set; } = null!;

    /// <summary>ISO 4217; that of the limit if it is empty.</summary>
    [Input("Currency")]
    public InArgument<string> Currency { get; set; } = null!;

    /// <summary>What went wrong.</summary>
    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    /// <summary>goodwill or redress.</summary>
    [Input("Kind")]
    [RequiredArgument]
    public InArgument<string> Kind { get; set; } = null!;

    /// <summary>Of redress: the reference of the entry that was wrongly taken.</summary>
    [Input("Entry taken")]
    public InArgument<string> Taken { get; set; } = null!;

    /// <summary>On behalf of a worker without a user.</summary>
    [Input("Worker")]
    [ReferenceTarget("crmx_worker")]
    public InArgument<EntityReference> Worker { get; set; } = null!;

    /// <summary>The same once more grants nothing more.</summary>
    [Input("Request")]
    public InArgument<string> RequestKey { get; set; } = null!;

    [Output("Grant")]
    [ReferenceTarget("crmx_goodwillgrant")]
    public OutArgument<EntityReference> Grant { get; set; } = null!;

    [Output("Granted")]
    public OutArgument<bool> Granted { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_GrantGoodwill");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Grant goodwill: please give the customer.");
        request["CustomerId"] = customer.Id;
        if (Case?.Get(context) is { } about) request["CaseId"] = about.Id;
        request["Amount"] = Amount.Get(context);
        if (Currency?.Get(context) is { Length: > 0 } currency) request["Currency"] = currency;
        request["Reason"] = Reason.Get(context);
        request["Kind"] = Kind.Get(context);
        if (Taken?.Get(context) is { Length: > 0 } taken) request["Taken"] = taken;
        if (Worker?.Get(context) is { } worker) request["WorkerId"] = worker.Id;
        if (RequestKey?.Get(context) is { Length: > 0 } requestKey) request["Request"] = requestKey;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Grant?.Set(context, new EntityReference("crmx_goodwillgrant", Read<Guid>(response, "GrantId")));
        Granted?.Set(context, Read<bool>(response, "Granted"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
