using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Loading;
using Crm.Extensions.Tests.Packing;
using Crm.Extensions.Tests.Platform.Pipeline;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Loading;

/// <summary>The assemblies that lie in the managed zip, in the context in which the engine runs them.</summary>
public class PluginLoadingTests
{
    public static TheoryData<string> Assemblies() => [.. BrokenZip.Entries(ManagedZip.Bytes).Keys.Where(name => name.EndsWith(".dll", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assemblies_of_the_zip_refer_to_the_framework_and_the_platform_alone(string entry) =>
        Assert.Empty(AllowedReferences.Foreign(BrokenZip.Entries(ManagedZip.Bytes)[entry]));

    [Fact]
    public void A_reference_to_anything_else_is_named() =>
        Assert.Contains("Crm.Extensions.Plugins", AllowedReferences.Foreign(File.ReadAllBytes(typeof(PluginLoadingTests).Assembly.Location)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assemblies_of_the_zip_live_apart_from_the_host_and_find_their_resources(string entry)
    {
        var (context, assembly) = PluginAssemblyContext.Load(BrokenZip.Entries(ManagedZip.Bytes)[entry], "test");

        Assert.True(context.IsCollectible);
        Assert.NotEmpty(assembly.GetTypes());
        Assert.All(assembly.GetManifestResourceNames(), name =>
        {
            using var resource = assembly.GetManifestResourceStream(name);
            Assert.True(resource!.Length > 0, name);
        });
        context.Unload();
    }

    [Fact]
    public void A_plug_in_of_the_zip_resolves_windows_time_zones_and_its_embedded_country_packs()
    {
        using var engine = Installed();
        var service = engine.Connect();
        var customer = service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana", ["crmx_country"] = "CO", ["crmx_timezone"] = 45 });

        // 02:30 UTC is half past nine in the evening in Bogotá: after hours there, whatever the zone of this machine.
        var answer = service.Execute(new OrganizationRequest("crmx_EvaluateContact")
        {
            ["CustomerId"] = customer, ["Channel"] = "phonecall", ["Purpose"] = "service", ["At"] = new DateTime(2026, 11, 25, 2, 30, 0, DateTimeKind.Utc),
        });

        Assert.Equal(false, answer["Allowed"]);
        Assert.Equal(new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc), answer["NextAllowedAt"]);
    }

    [Fact]
    public void An_uninstalled_assembly_is_unloaded()
    {
        using var engine = Installed(sharesAssemblies: false);
        var assembly = RunThenUninstall(engine);

        Assert.True(IsCollected(assembly));
    }

    [Fact]
    public void A_disposed_organization_gives_its_assemblies_up()
    {
        Assert.True(IsCollected(RunThenDispose()));
    }

    [Fact]
    public void A_step_configuration_is_handed_to_the_constructor_that_takes_it()
    {
        using var engine = new EmbeddedDataverse();
        engine.RegisterStep<NoteConfiguration>("Create", "account", 20, configuration: "at noon");
        Noting.Notes.Clear();

        engine.Connect().Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["at noon"], Noting.Notes);
    }

    [Fact]
    public void Organizations_with_the_same_bytes_share_an_assembly()
    {
        using var engine = Installed();
        using var neighbour = Installed();

        Assert.Same(Run(engine).Target, Run(neighbour).Target);
        Assert.NotEqual(engine.OrganizationId, neighbour.OrganizationId);
    }

    private static EmbeddedDataverse Installed(bool sharesAssemblies = true)
    {
        var engine = new EmbeddedDataverse(new EmbeddedOptions { SharesAssemblies = sharesAssemblies });
        using var zip = ManagedZip.Open();
        engine.Import(zip);
        return engine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunThenUninstall(EmbeddedDataverse engine)
    {
        var assembly = Run(engine);
        engine.Uninstall("CrmExtensions");
        return assembly;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunThenDispose()
    {
        using var engine = Installed(sharesAssemblies: false);
        return Run(engine);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Run(EmbeddedDataverse engine)
    {
        // A call to nobody: the guard runs and has nothing to judge. Plug-ins that read JSON would stay, because the framework's serializer keeps every type it has seen.
        engine.Connect().Create(new Entity("phonecall") { ["subject"] = "Hello" });
        Assert.NotEmpty(engine.Traces.All);
        var type = engine.Database.Committed.All("plugintype").First(row => row["typename"] as string == engine.Traces.All[0].PluginType);
        return new WeakReference(engine.PluginTypes.Find(type.Id).Assembly);
    }

    private static bool IsCollected(WeakReference reference)
    {
        for (var round = 0; round < 10 && reference.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return !reference.IsAlive;
    }
}
