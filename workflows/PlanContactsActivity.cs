using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_PlanContacts</c> for a team's list of a day.</summary>
[Activity("Plan contacts", "A day's list for a team: whom to contact, what for, in order, with a permitted hour for each.")]
public sealed class PlanContactsActivity : ApiActivity
{
    /// <summary>The caller's own and his teams' obligations if it is empty.</summary>
    [Input("Team")]
    [ReferenceTarget("team")]
    public InArgument<EntityReference> Team { get; set; } = null!;

    /// <summary>From now on today if it is empty.</summary>
    [Input("Date")]
    public InArgument<DateTime> Date { get; set; } = null!;

    /// <summary>phonecall if it is empty.</summary>
    [Input("Channel")]
    public InArgument<string> Channel { get; set; } = null!;

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    [Output("More")]
    public OutArgument<bool> More { get; set; } = null!;

    /// <summary>The list as JSON.</summary>
    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_PlanContacts");
        if (Team?.Get(context) is { } team) request["TeamId"] = team.Id;
        var date = Date?.Get(context) ?? default;
        if (date != default) request["Date"] = date;
        var channel = Channel?.Get(context);
        if (!string.IsNullOrEmpty(channel)) request["Channel"] = channel;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Count?.Set(context, Read<int>(response, "Count"));
        More?.Set(context, Read<bool>(response, "More"));
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
