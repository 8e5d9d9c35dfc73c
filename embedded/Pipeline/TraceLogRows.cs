using Crm.Extensions.Embedded.Import;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>
/// The plugintracelog rows in which administrators read traces: none, those of failures, or all, as the organization's <c>plugintracelogsetting</c> says. They stay when what
/// was traced is rolled back.
/// </summary>
internal static class TraceLogRows
{
    private const string Table = "plugintracelog";
    private const int Exceptions = 1;
    private const int All = 2;
    private const int PlugIn = 1;

    /// <param name="thrown">What the execution threw; null when it ended well.</param>
    public static void Write(EmbeddedDataverse organization, StepExecution execution, string? thrown)
    {
        var setting = organization.Database.Committed.Find("organization", organization.OrganizationId)?["plugintracelogsetting"] as int?;
        if (setting != All && (setting != Exceptions || thrown is null)) return;
        var context = execution.Context;
        using var transaction = organization.Database.Begin();
        new ComponentRows(organization, transaction).Put(Table, organization.Database.NextId(), new()
        {
            ["typename"] = execution.PluginType,
            ["messagename"] = context.MessageName,
            ["primaryentity"] = context.PrimaryEntityName,
            ["messageblock"] = execution.Tracing.ToString(),
            ["exceptiondetails"] = thrown,
            ["depth"] = context.Depth,
            ["mode"] = context.Mode,
            ["operationtype"] = PlugIn,
            ["correlationid"] = context.CorrelationId,
            ["requestid"] = context.RequestId,
            ["pluginstepid"] = context.Step?.Id,
            ["performanceexecutionstarttime"] = execution.Began,
            ["performanceexecutionduration"] = (int)(organization.Clock.UtcNow - execution.Began).TotalMilliseconds,
        });
        transaction.Commit();
    }
}
