using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_VerifyRecognition</c>. Says by the customer's own word, or by a check of one that chance has drawn, whether a recognition was so.</summary>
[Activity("Verify recognition", "Says by the customer's own word, or by a check of one that chance has drawn, whether a recognition was so.")]
public sealed class VerifyRecognitionActivity : ApiActivity
{
    /// <summary>What is verified.</summary>
    [Input("Recognition")]
    [ReferenceTarget("crmx_recognition")]
    [RequiredArgument]
    public InArgument<EntityReference> Recognition { get; set; } = null!;

    /// <summary>customer or sample.</summary>
    [Input("By")]
    [RequiredArgument]
    public InArgument<string> By { get; set; } = null!;

    /// <summary>Whether it was so.</summary>
    [Input("Confirmed")]
    [RequiredArgument]
    public InArgument<bool> Confirmed { get; set; } = null!;

    /// <summary>The customer's answer that says so.</summary>
    [Input("Survey response")]
    [ReferenceTarget("crmx_surveyresponse")]
    public InArgument<EntityReference> SurveyResponse { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_VerifyRecognition");
        var recognition = Recognition.Get(context) ?? throw new InvalidPluginExecutionException("Verify recognition: please give the recognition.");
        request["RecognitionId"] = recognition.Id;
        request["By"] = By.Get(context);
        request["Confirmed"] = Confirmed.Get(context);
        if (SurveyResponse?.Get(context) is { } surveyResponse) request["SurveyResponseId"] = surveyResponse.Id;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
