using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_AddBusinessDays</c> what day lies so many business days from another.</summary>
[Activity("Add business days", "Tells the day that lies so many business days after (or before) another in a country.")]
public sealed class AddBusinessDaysActivity : ApiActivity
{
    /// <summary>ISO code, for example CO.</summary>
    [Input("Country")]
    [RequiredArgument]
    public InArgument<string> Country { get; set; } = null!;

    /// <summary>The day to count from; its time is left aside.</summary>
    [Input("Date")]
    [RequiredArgument]
    public InArgument<DateTime> Date { get; set; } = null!;

    /// <summary>0 gives the day itself or the next business day.</summary>
    [Input("Days")]
    public InArgument<int> Days { get; set; } = null!;

    /// <summary>bank or public; bank if it is empty.</summary>
    [Input("Calendar")]
    public InArgument<string> Calendar { get; set; } = null!;

    /// <summary>That day, at 00:00 UTC.</summary>
    [Output("Result")]
    public OutArgument<DateTime> Result { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_AddBusinessDays")
        {
            ["Country"] = Country.Get(context),
            ["Date"] = Date.Get(context),
            ["Days"] = Days?.Get(context) ?? 0,
        };
        var calendar = Calendar?.Get(context);
        if (!string.IsNullOrEmpty(calendar)) request["Calendar"] = calendar;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response) => Result?.Set(context, Read<DateTime>(response, "Result"));
}
