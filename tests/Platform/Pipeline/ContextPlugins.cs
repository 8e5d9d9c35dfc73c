using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Tests.Platform.Pipeline;

public abstract class NoteRank(int rank) : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) => Notes.Add("rank " + rank);
}

public sealed class NoteFirst() : NoteRank(1);

public sealed class NoteSecond() : NoteRank(2);

public sealed class NoteUsers : Noting
{
    internal static Guid User { get; private set; }

    internal static Guid Initiator { get; private set; }

    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        (User, Initiator) = (context.UserId, context.InitiatingUserId);
}

public sealed class NoteImageCollections : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services)
    {
        Notes.Add("before " + Names(context.PreEntityImagesCollection));
        Notes.Add("after " + Names(context.PostEntityImagesCollection));
    }

    private static string Names(EntityImageCollection[] rows) => string.Join(";", rows.SelectMany(row => row.Values).Select(image => image.GetAttributeValue<string>("name")));
}

public sealed class SendBatch : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        service.Execute(new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [new CreateRequest { Target = new Entity("task") { ["subject"] = "one of many" } }] });
}

public sealed class TraceSomething : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        ((ITracingService)services.GetService(typeof(ITracingService))!).Trace("seen at {0}", context.Stage);
}
