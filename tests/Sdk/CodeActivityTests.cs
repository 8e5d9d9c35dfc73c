using System;
using System.Activities;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Sdk;

public class CodeActivityTests
{
    [Fact]
    public void An_activity_reads_what_goes_in_and_gives_what_comes_out()
    {
        var outputs = WorkflowInvoker.Invoke(new Greeting(), new Dictionary<string, object> { ["Name"] = "Ana", ["Count"] = 2 });

        Assert.Equal("Hello Ana", outputs["Text"]);
        Assert.Equal(3, outputs["Count"]);
        Assert.False(outputs.ContainsKey("Name"));
    }

    [Fact]
    public void A_required_argument_that_is_missing_stops_the_activity()
    {
        var refusal = Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting()));

        Assert.Contains("Name", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_of_the_wrong_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting(), new Dictionary<string, object> { ["Name"] = 7 }));

    [Fact]
    public void An_argument_that_the_activity_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting(), new Dictionary<string, object> { ["Name"] = "A", ["Other"] = 1 }));

    [Fact]
    public void A_constant_stands_in_for_a_required_argument() =>
        Assert.Equal("Hello Eva", WorkflowInvoker.Invoke(new Greeting { Name = "Eva" })["Text"]);

    [Fact]
    public void The_host_s_services_are_found_by_type()
    {
        var trace = new Trace();
        var invoker = new WorkflowInvoker(new Greeting());
        invoker.Extensions.Add<ITracingService>(() => trace);

        invoker.Invoke(new Dictionary<string, object> { ["Name"] = "Ana" });

        Assert.Equal("greeting Ana", trace.Last);
    }

    [Fact]
    public void One_activity_object_runs_twice_without_remembering()
    {
        var activity = new Greeting();
        WorkflowInvoker.Invoke(activity, new Dictionary<string, object> { ["Name"] = "Ana", ["Count"] = 5 });

        Assert.Equal(1, WorkflowInvoker.Invoke(activity, new Dictionary<string, object> { ["Name"] = "Eva" })["Count"]);
    }

    [Fact]
    public void What_the_activity_throws_comes_out_as_it_is()
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => WorkflowInvoker.Invoke(new Refusing()));

        Assert.Equal("not today", refusal.Message);
        Assert.Equal(OperationStatus.Failed, refusal.Status);
    }

    [Fact]
    public void An_activity_with_a_result_gives_it_under_that_name() =>
        Assert.Equal(42, WorkflowInvoker.Invoke(new Answer())["Result"]);

    private sealed class Greeting : CodeActivity
    {
        [RequiredArgument]
        public InArgument<string> Name { get; set; } = null!;

        public InOutArgument<int> Count { get; set; } = null!;

        public OutArgument<string> Text { get; set; } = null!;

        protected override void Execute(CodeActivityContext context)
        {
            context.GetExtension<ITracingService>()?.Trace("greeting {0}", Name.Get(context));
            Text.Set(context, "Hello " + Name.Get(context));
            Count.Set(context, Count.Get(context) + 1);
        }
    }

    private sealed class Refusing : CodeActivity
    {
        protected override void Execute(CodeActivityContext context) => throw new InvalidPluginExecutionException("not today");
    }

    private sealed class Answer : CodeActivity<int>
    {
        protected override int Execute(CodeActivityContext context) => 42;
    }

    private sealed class Trace : ITracingService
    {
        internal string? Last { get; private set; }

        void ITracingService.Trace(string format, params object[] args) => Last = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args);
    }
}
