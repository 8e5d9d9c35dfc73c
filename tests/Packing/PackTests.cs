using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli;
using Crm.Extensions.Cli.Modelling;
using Crm.Extensions.Cli.Packing;
using Crm.Extensions.Cli.Schema;
using Crm.Extensions.Platform.Registration;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

public class PackTests
{
    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var again = SolutionPacker.Pack(PackInput.Ours());
        Assert.Equal(ManagedZip.Bytes, again.Managed);
        Assert.Equal(ManagedZip.Unmanaged, again.Unmanaged);
    }

    [Fact]
    public void Managed_and_unmanaged_say_which_they_are()
    {
        Assert.Equal("1", Managed(ManagedZip.Bytes));
        Assert.Equal("0", Managed(ManagedZip.Unmanaged));
    }

    [Fact]
    public void The_model_is_fresh() => Assert.Empty(ModelGenerator.Stale(RepositoryRoot.Find()));

    [Fact]
    public void A_step_is_written_with_filter_images_and_the_id_of_its_message()
    {
        var type = new PluginClass("Sample.Guard");
        var assembly = new PluginAssembly("Sample", "Sample, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0011223344556677", new Version(1, 0, 0, 0), [], [type]);
        var step = new StepAttribute("Update", "phonecall", Stage.PostOperation) { Filter = ["scheduledend", "actualend"], Before = ["subject"], After = ["subject"], Rank = 3 };
        var xml = StepXml.Of(assembly, type, step, ProvenMessages.Find("Update")!.Value);
        Assert.Equal("{20bebb1b-ea3e-db11-86a7-000a3a5473e8}", xml.Element("SdkMessageId")!.Value);
        Assert.Equal("actualend,scheduledend", xml.Element("FilteringAttributes")!.Value);
        Assert.Equal(("40", "3", "4602"), (xml.Element("Stage")!.Value, xml.Element("Rank")!.Value, xml.Element("EventHandlerTypeCode")!.Value));
        Assert.Equal(["Before 0 Target", "After 1 Target"], xml.Descendants("SdkMessageProcessingStepImage").Select(image =>
            $"{image.Element("EntityAlias")!.Value} {image.Element("ImageType")!.Value} {image.Element("MessagePropertyName")!.Value}"));
    }

    [Theory]
    [InlineData("Update", "phonecall", Stage.PreOperation, StepMode.Synchronous, "", "", "", "Filter")]
    [InlineData("Update", "phonecall", Stage.PreOperation, StepMode.Synchronous, "nowhere", "", "", "no column nowhere")]
    [InlineData("Create", "nowhere", Stage.PreOperation, StepMode.Synchronous, "", "", "", "no table nowhere")]
    [InlineData("Explode", "phonecall", Stage.PreOperation, StepMode.Synchronous, "", "", "", "no message Explode")]
    [InlineData("Create", "phonecall", Stage.PreOperation, StepMode.Synchronous, "", "subject", "", "Before")]
    [InlineData("Create", "phonecall", Stage.PreOperation, StepMode.Synchronous, "", "", "subject", "After")]
    [InlineData("Create", "phonecall", Stage.PreValidation, StepMode.Asynchronous, "", "", "", "asynchronous")]
    [InlineData("Create", "activitypointer", Stage.PreValidation, StepMode.Synchronous, "", "", "", "takes no steps")]
    public void A_step_that_the_platform_would_refuse_is_refused_with_the_name_of_its_class(
        string message, string table, Stage stage, StepMode mode, string filter, string before, string after, string because)
    {
        static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var step = new StepAttribute(message, table, stage) { Mode = mode, Filter = List(filter), Before = List(before), After = List(after) };
        var problem = Assert.Single(StepCheck.Problems(new PluginClass("Sample.Guard") { Steps = [step] }, new KnownTables([])));
        Assert.StartsWith("Sample.Guard", problem, StringComparison.Ordinal);
        Assert.Contains(because, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_on_messages_without_a_proven_id_stay_out_of_the_zip_and_all_others_are_in_it()
    {
        var declared = PackInput.Ours().Assemblies.Select(AssemblyReader.Read).SelectMany(assembly => assembly.Classes).SelectMany(type => type.Steps).ToList();
        var packed = Xml(ManagedZip.Bytes, "customizations.xml").Element("SdkMessageProcessingSteps")!.Elements().Count();
        Assert.Equal(declared.Count(step => ProvenMessages.Find(step.Message) is not null), packed);
    }

    private static string Managed(byte[] zip) => Xml(zip, "solution.xml").Descendants("Managed").Single().Value;

    private static XElement Xml(byte[] zip, string entry)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var content = archive.GetEntry(entry)!.Open();
        return XDocument.Load(content).Root!;
    }
}
