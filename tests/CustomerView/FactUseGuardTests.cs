using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli;
using Xunit;

namespace Crm.Extensions.Tests.CustomerView;

/// <summary>No decision reads facts past the rule that guards their use.</summary>
public sealed class FactUseGuardTests
{
    private static readonly string[] FactTables = ["Tables.CustomerFact", "\"crmx_customerfact\""];

    /// <summary>A decision of another room that comes to need a fact asks FactUse for it, and is then named here.</summary>
    [Theory]
    [InlineData("Collections")]
    [InlineData("Platform")]
    [InlineData("Shared")]
    public void Decisions_outside_the_customer_view_rest_on_no_customer_fact(string room)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "plugins", room), "*.cs", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, source => FactTables.Any(table => File.ReadAllText(source).Contains(table, StringComparison.Ordinal)));
    }
}
