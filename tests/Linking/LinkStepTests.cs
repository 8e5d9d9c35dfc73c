using System;
using System.Linq;
using System.Reflection;
using Crm.Extensions.CustomerView;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Platform.Registration;
using Xunit;

namespace Crm.Extensions.Tests.Linking;

/// <summary>When linking runs.</summary>
public sealed class LinkStepTests
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [InlineData("lead")]
    [InlineData("crmx_externalrecord")]
    public void Every_column_that_is_read_starts_it(string table)
    {
        var step = typeof(LinkSourceRecord).GetCustomAttributes<StepAttribute>().Single(step => step.Table == table && step.Message == Message.Update);

        Assert.Equal(RecordColumns.Read(table).Order(StringComparer.Ordinal), step.Filter.Order(StringComparer.Ordinal));
    }
}
