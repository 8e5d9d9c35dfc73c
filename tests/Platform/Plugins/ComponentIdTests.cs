using System;
using Crm.Extensions.Platform.Registration;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>Ids that never change.</summary>
public sealed class ComponentIdTests
{
    /// <summary>The example of RFC 9562, appendix A.4.</summary>
    [Fact]
    public void Name_based_ids_are_those_of_the_RFC() =>
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            ComponentId.NameBased(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Steps_differ_by_stage_and_by_mode()
    {
        var before = ComponentId.OfStep("A.B", "Update", "email", Stage.PreValidation, StepMode.Synchronous);
        var after = ComponentId.OfStep("A.B", "Update", "email", Stage.PostOperation, StepMode.Synchronous);
        var later = ComponentId.OfStep("A.B", "Update", "email", Stage.PostOperation, StepMode.Asynchronous);

        Assert.NotEqual(before, after);
        Assert.NotEqual(after, later);
    }

    [Theory]
    [InlineData("Create", true)]
    [InlineData("Delete", true)]
    [InlineData("Send", false)]
    [InlineData("Book", false)]
    public void Only_messages_whose_ids_were_seen_are_proven(string message, bool proven)
    {
        Assert.Equal(proven, ProvenMessages.Find(message) is not null);
        if (ProvenMessages.Find(message) is { } id) Assert.Equal(message, ProvenMessages.NameOf(id));
    }
}
