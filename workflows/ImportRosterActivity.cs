using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ImportRoster</c>. Takes HR's CSV of people, jobs, managers, salaries and absences in.</summary>
[Activity("Import roster", "Takes HR's CSV of people, jobs, managers, salaries and absences in.")]
public sealed class ImportRosterActivity : ApiActivity
{
    [Input("Content")]
    [RequiredArgument]
    public InArgument<string> Content { get; set; } = null!;

    [Input("Dry run")]
    public InArgument<bool> DryRun { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Errors")]
    public OutArgument<int> Errors { get; set; } = null!;

    [Output("More")]
    public OutArgument<bool> More { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ImportRoster");
        request["Content"] = Content.Get(context) ?? throw new InvalidPluginExecutionException("Import roster: please give content.");
        request["DryRun"] = DryRun?.Get(context) ?? false;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Errors?.Set(context, Read<int>(response, "Errors"));
        More?.Set(context, Read<bool>(response, "More"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
