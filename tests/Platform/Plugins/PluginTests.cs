using System;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>What the base class does for every plug-in.</summary>
public sealed class PluginTests
{
    private readonly FakePlatform platform = new();

    [Fact]
    public void A_step_sees_the_request_over_the_row_as_it_was()
    {
        var id = Guid.NewGuid();
        platform.Context.MessageName = "Update";
        platform.Context.PrimaryEntityId = id;
        platform.Context.InputParameters["Target"] = new Entity("phonecall", id) { ["subject"] = "new", ["description"] = null };
        platform.Context.PreEntityImages["Before"] = new Entity("phonecall", id) { ["subject"] = "old", ["description"] = "gone", ["phonenumber"] = "1" };

        Run(execution =>
        {
            Assert.Equal(id, execution.RowId);
            Assert.Equal("new", execution.Merged["subject"]);
            Assert.Null(execution.Merged["description"]);
            Assert.Equal("1", execution.Merged["phonenumber"]);
            Assert.False(execution.Writes("phonenumber"));
        });
    }

    [Fact]
    public void What_a_step_writes_goes_out_with_the_request()
    {
        var target = new Entity("phonecall");
        platform.Context.InputParameters["Target"] = target;

        Run(execution => execution.Write("subject", "courteous"));

        Assert.Equal("courteous", target["subject"]);
    }

    [Theory]
    [InlineData("old", false)]
    [InlineData("new", true)]
    public void Columns_sent_along_unchanged_are_no_change(string subject, bool changes)
    {
        platform.Context.MessageName = "Update";
        platform.Context.InputParameters["Target"] = new Entity("phonecall", Guid.NewGuid()) { ["subject"] = subject };
        platform.Context.PreEntityImages["Before"] = new Entity("phonecall") { ["subject"] = "old" };

        Run(execution => Assert.Equal(changes, execution.ChangesWatchedColumns));
    }

    [Fact]
    public void A_refusal_reaches_people_as_it_was_written()
    {
        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => throw new InvalidPluginExecutionException("Please call tomorrow.")));

        Assert.Equal("Please call tomorrow.", shown.Message);
    }

    [Fact]
    public void A_refusal_by_a_plug_in_further_down_reaches_people_as_it_was_written()
    {
        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)0x80040265), Message = "Please call tomorrow." };

        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => throw new FaultException<OrganizationServiceFault>(fault, "aborted")));

        Assert.Equal("Please call tomorrow.", shown.Message);
    }

    [Theory]
    [InlineData(1033, "please give your administrator the number")]
    [InlineData(2058, "indique a su administrador el número")]
    public void Anything_unexpected_is_one_plain_sentence_with_a_number(int languageCode, string sentence)
    {
        platform.Speaks(languageCode);

        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => throw new FormatException("secret detail")));

        Assert.Contains(sentence, shown.Message, StringComparison.Ordinal);
        Assert.Contains(platform.Context.CorrelationId.ToString("D"), shown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_unexpected_is_traced_with_all_that_caused_it()
    {
        var inner = new FaultException<OrganizationServiceFault>(
            new OrganizationServiceFault { ErrorCode = 5, Message = "outer fault", InnerFault = new OrganizationServiceFault { ErrorCode = 6, Message = "root fault" } }, "reason");

        Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => throw new InvalidOperationException("top {0}", inner)));

        var trace = string.Join("\n", platform.Lines);
        Assert.Contains("top {0}", trace, StringComparison.Ordinal);
        Assert.Contains("caused by", trace, StringComparison.Ordinal);
        Assert.Contains("root fault", trace, StringComparison.Ordinal);
        Assert.Matches(@"^\[\+\d+ ms\] ", platform.Lines[0]);
    }

    [Theory]
    [InlineData("Delete", "phonecall", 10, "Delete of phonecall")]
    [InlineData("Create", "letter", 10, "Create of letter")]
    [InlineData("Create", "phonecall", 40, "PostOperation")]
    public void A_step_registered_in_the_wrong_place_says_where_it_belongs(string message, string table, int stage, string place)
    {
        platform.Context.MessageName = message;
        platform.Context.PrimaryEntityName = table;
        platform.Context.Stage = stage;

        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => { }));

        Assert.Contains(place, shown.Message, StringComparison.Ordinal);
        Assert.Contains("Create of phonecall (PreValidation", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_its_image_says_so()
    {
        platform.Context.MessageName = "Update";
        platform.Context.InputParameters["Target"] = new Entity("phonecall", Guid.NewGuid());

        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Run(_ => { }));

        Assert.Contains("Before", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_before_the_transaction_is_found_in_the_parent_of_the_same_operation_only()
    {
        var row = Guid.NewGuid();
        var outer = new FakeContext { MessageName = "Create", PrimaryEntityName = "phonecall", PrimaryEntityId = Guid.Empty };
        outer.SharedVariables["note"] = "mine";
        var other = new FakeContext { MessageName = "Update", PrimaryEntityName = "letter", PrimaryEntityId = Guid.NewGuid() };
        other.SharedVariables["note"] = "another's";
        platform.Context.PrimaryEntityId = row;

        platform.Context.ParentContext = outer;
        Run(execution => Assert.Equal("mine", execution.Recall("note")));

        platform.Context.ParentContext = other;
        Run(execution => Assert.Null(execution.Recall("note")));
    }

    private void Run(Action<Execution<Entity>> body) => new Probe(body).Execute(platform);

    [Step(Message.Create, "phonecall", Stage.PreValidation)]
    [Step(Message.Update, "phonecall", Stage.PreValidation, Filter = ["subject"], Before = ["subject"])]
    private sealed class Probe(Action<Execution<Entity>> body) : Plugin<Entity>
    {
        protected override void Execute(Execution<Entity> execution) => body(execution);
    }
}
