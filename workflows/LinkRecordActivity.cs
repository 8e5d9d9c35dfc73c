using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_LinkRecord</c> whose a department's record is.</summary>
[Activity("Link record", "Finds out which customer an account, contact, lead or outside record is, and links it.")]
public sealed class LinkRecordActivity : ApiActivity
{
    /// <summary>account, contact, lead or crmx_externalrecord.</summary>
    [Input("Table")]
    [RequiredArgument]
    public InArgument<string> Table { get; set; } = null!;

    [Input("Record id")]
    [RequiredArgument]
    public InArgument<string> RecordId { get; set; } = null!;

    [Output("Customer")]
    [ReferenceTarget("crmx_customer")]
    public OutArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>0 to 1; 0 where the record stands alone.</summary>
    [Output("Score")]
    public OutArgument<decimal> Score { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context) => new("crmx_LinkRecord")
    {
        ["Table"] = Table.Get(context),
        ["RecordId"] = RecordId.Get(context),
    };

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        var customer = Read<System.Guid>(response, "CustomerId");
        Customer?.Set(context, customer == System.Guid.Empty ? null! : new EntityReference("crmx_customer", customer));
        Score?.Set(context, Read<decimal>(response, "Score"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
