using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Tests.Platform.Pipeline;

/// <summary>Notes what it sees in the context; the note is read by the test that registered it.</summary>
public abstract class Noting : IPlugin
{
    [ThreadStatic]
    private static List<string>? notes;

    internal static List<string> Notes => notes ??= [];

    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext4)serviceProvider.GetService(typeof(IPluginExecutionContext4))!;
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        Run(context, factory.CreateOrganizationService(context.UserId), serviceProvider);
    }

    protected abstract void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services);

    protected static Entity TargetOf(IPluginExecutionContext context) => (Entity)context.InputParameters["Target"];
}

public sealed class NoteStage : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        Notes.Add($"{context.MessageName} {context.Stage} {(context.IsInTransaction ? "in" : "out")} depth {context.Depth}");
}

public sealed class Refuse : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        throw new InvalidPluginExecutionException("Please call tomorrow.");
}

public sealed class Stumble : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services)
    {
        ((ITracingService)services.GetService(typeof(ITracingService))!).Trace("before {0}", 1);
        throw new InvalidOperationException("a bug");
    }
}

public sealed class SetDescription : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        TargetOf(context)["description"] = "set at " + context.Stage;
}

public sealed class CreateTask : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        service.Create(new Entity("task") { ["subject"] = "made by a plug-in" });
}

public sealed class SwallowFault : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services)
    {
        try
        {
            service.Delete("account", Guid.NewGuid());
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            Notes.Add("swallowed");
        }
    }
}

public sealed class ShareVerdict : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        context.SharedVariables["verdict"] = "allowed";
}

public sealed class ReadVerdict : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        Notes.Add($"own {context.SharedVariables.Contains("verdict")}, parent {context.ParentContext?.SharedVariables.Contains("verdict")}");
}

public sealed class CopyItself : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        service.Create(new Entity("account") { ["name"] = "copy " + context.Depth });
}

public sealed class NoteImages : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services)
    {
        Notes.Add("before " + Names(context.PreEntityImages));
        Notes.Add("after " + Names(context.PostEntityImages));
    }

    private static string Names(EntityImageCollection images) => string.Join(";", images.Select(image => image.Key + "=" + image.Value.GetAttributeValue<string>("name")));
}

public sealed class AskForUnknownService : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        Notes.Add(services.GetService(typeof(IDisposable)) is null ? "nothing" : "something");
}

public sealed class NoteTargets : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) =>
        Notes.Add($"{context.MessageName} of {((EntityCollection)context.InputParameters["Targets"]).Entities.Count}");
}

public sealed class NoteConfiguration(string unsecure) : Noting
{
    protected override void Run(IPluginExecutionContext4 context, IOrganizationService service, IServiceProvider services) => Notes.Add(unsecure);
}
