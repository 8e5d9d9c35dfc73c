using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Concurrency;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Two people who contact one customer in the same second.</summary>
public sealed class ColleagueStories
{
    [Theory]
    [InlineData(1033, "colleague")]
    [InlineData(3082, "colega")]
    public void Of_two_agents_who_call_the_same_customer_in_the_same_second_one_does(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode);

        var (first, second) = CallTogether(tenant);

        Assert.Equal([SessionState.Done, SessionState.Failed], new[] { first.State, second.State }.Order());
        var refused = first.State == SessionState.Failed ? first.Failure! : second.Failure!;
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Single(tenant.Attempts());
    }

    /// <summary>The story above is worth something only if it fails without the keys.</summary>
    [Fact]
    public void Without_the_slot_keys_both_agents_would_call()
    {
        using var tenant = new Tenant(zip: WithoutSlotKeys());

        var (first, second) = CallTogether(tenant);

        Assert.Equal(SessionState.Done, first.State);
        Assert.Equal(SessionState.Done, second.State);
        Assert.Equal(2, tenant.Attempts().Length);
    }

    // both go on request by request in turn, so that each has counted before the other writes
    private static (Session First, Session Second) CallTogether(Tenant tenant)
    {
        var sessions = tenant.Dataverse.Sessions;
        var first = sessions.Start("first", service => service.Create(tenant.Call(Bogota(23, 11, 0))));
        var second = sessions.Start("second", service => service.Create(tenant.Call(Bogota(23, 11, 0))));
        Session[] both = [first, second];
        while (both.Any(session => session.State is SessionState.Ready))
        {
            foreach (var session in both.Where(session => session.State == SessionState.Ready)) session.Step();
        }

        return (first, second);
    }

    private static MemoryStream WithoutSlotKeys()
    {
        var zip = new MemoryStream();
        using (var content = ManagedZip.Open()) content.CopyTo(zip);
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.Single(found => string.Equals(found.FullName, "customizations.xml", StringComparison.OrdinalIgnoreCase));
            XDocument text;
            using (var stream = entry.Open()) text = XDocument.Load(stream);
            var keys = text.Descendants("EntityKey").Where(key => key.Value.Contains("slot", StringComparison.OrdinalIgnoreCase)).ToList();
            Assert.NotEmpty(keys);
            keys.ForEach(key => key.Remove());
            using var rewritten = entry.Open();
            rewritten.SetLength(0);
            text.Save(rewritten);
        }

        zip.Position = 0;
        return zip;
    }
}
