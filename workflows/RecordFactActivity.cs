using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_RecordFact</c>. Records what a customer told us in his own words, or that he declined; says whether he had to repeat it.</summary>
[Activity("Record fact", "Records what a customer told us in his own words, or that he declined; says whether he had to repeat it.")]
public sealed class RecordFactActivity : ApiActivity
{
    /// <summary>Whom it is about.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>Code of the topic.</summary>
    [Input("Topic")]
    [RequiredArgument]
    public InArgument<string> Topic { get; set; } = null!;

    /// <summary>What is known.</summary>
    [Input("Value")]
    public InArgument<string> Value { get; set; } = null!;

    /// <summary>The customer's own words.</summary>
    [Input("Words")]
    public InArgument<string> Words { get; set; } = null!;

    /// <summary>given, declined or unknown; given if it is empty.</summary>
    [Input("Answer")]
    public InArgument<string> Answered { get; set; } = null!;

    /// <summary>said, observed, derived or thirdparty; said if it is empty.</summary>
    [Input("Source")]
    public InArgument<string> Source { get; set; } = null!;

    /// <summary>Where it comes from, as it may be said aloud.</summary>
    [Input("Origin")]
    public InArgument<string> Origin { get; set; } = null!;

    /// <summary>Table of the call, message or case.</summary>
    [Input("Heard in (table)")]
    public InArgument<string> HeardInTable { get; set; } = null!;

    /// <summary>Its id.</summary>
    [Input("Heard in (id)")]
    public InArgument<string> HeardInId { get; set; } = null!;

    /// <summary>Who heard it.</summary>
    [Input("Department")]
    public InArgument<string> Department { get; set; } = null!;

    /// <summary>The outside call centre that wrote it down.</summary>
    [Input("Agent company")]
    public InArgument<string> AgentCompany { get; set; } = null!;

    /// <summary>The customer confirmed it, or was authenticated.</summary>
    [Input("Confirming")]
    public InArgument<bool> Confirming { get; set; } = null!;

    /// <summary>When it was said; now if it is empty.</summary>
    [Input("On")]
    public InArgument<DateTime> On { get; set; } = null!;

    /// <summary>Until when it holds; by its topic if it is empty.</summary>
    [Input("Expires on")]
    public InArgument<DateTime> ExpiresOn { get; set; } = null!;

    [Output("Fact")]
    public OutArgument<string> FactId { get; set; } = null!;

    [Output("Repeated")]
    public OutArgument<bool> Repeated { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_RecordFact");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Record fact: please give the customer.");
        request["CustomerId"] = customer.Id;
        request["Topic"] = Topic.Get(context);
        if (Value?.Get(context) is { Length: > 0 } value) request["Value"] = value;
        if (Words?.Get(context) is { Length: > 0 } words) request["Words"] = words;
        if (Answered?.Get(context) is { Length: > 0 } answer) request["Answer"] = answer;
        if (Source?.Get(context) is { Length: > 0 } source) request["Source"] = source;
        if (Origin?.Get(context) is { Length: > 0 } origin) request["Origin"] = origin;
        if (HeardInTable?.Get(context) is { Length: > 0 } heardInTable) request["HeardInTable"] = heardInTable;
        if (HeardInId?.Get(context) is { Length: > 0 } heardInId) request["HeardInId"] = heardInId;
        if (Department?.Get(context) is { Length: > 0 } department) request["Department"] = department;
        if (AgentCompany?.Get(context) is { Length: > 0 } agentCompany) request["AgentCompany"] = agentCompany;
        if (Confirming?.Get(context) == true) request["Confirming"] = true;
        var on = On?.Get(context) ?? default;
        if (on != default) request["On"] = on;
        var expiresOn = ExpiresOn?.Get(context) ?? default;
        if (expiresOn != default) request["ExpiresOn"] = expiresOn;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        FactId?.Set(context, Read<Guid>(response, "FactId").ToString("D"));
        Repeated?.Set(context, Read<bool>(response, "Repeated"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
