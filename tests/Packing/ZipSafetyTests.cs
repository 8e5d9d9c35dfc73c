using System.Text;
using Crm.Extensions.Cli.Verifying;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

public class ZipSafetyTests
{
    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/absolute.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("c:/windows.txt")]
    public void A_path_that_leads_out_of_the_zip_is_refused_by_name(string path)
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries[path] = [1];
        Assert.Equal(("readable-zip", path), (Assert.Single(BrokenZip.Verify(entries)).Rule, BrokenZip.Verify(entries)[0].Component));
    }

    [Fact]
    public void A_document_type_definition_is_refused()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries["customizations.xml"] = Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a 'b'>]><ImportExportXml>&a;</ImportExportXml>");
        var finding = Assert.Single(BrokenZip.Verify(entries));
        Assert.Equal(("readable-xml", "customizations.xml", Severity.Error), (finding.Rule, finding.Component, finding.Severity));
    }

    [Fact]
    public void A_zip_that_unpacks_without_end_is_refused()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        for (var part = 0; part < 9; part++) entries[$"WebResources/bomb{part}"] = new byte[64 * 1024 * 1024];
        Assert.Equal("readable-zip", Assert.Single(BrokenZip.Verify(entries)).Rule);
    }

    [Theory]
    [InlineData("solution.xml")]
    [InlineData("customizations.xml")]
    [InlineData("[Content_Types].xml")]
    public void A_zip_without_one_of_the_three_root_files_is_refused(string missing)
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries.Remove(missing);
        var finding = Assert.Single(BrokenZip.Verify(entries));
        Assert.Equal(("root-files", missing), (finding.Rule, finding.Component));
    }

    [Fact]
    public void What_is_no_zip_at_all_is_said_to_be_none()
    {
        using var stream = new System.IO.MemoryStream(Encoding.UTF8.GetBytes("not a zip"));
        Assert.Equal("readable-zip", Assert.Single(Verifier.Verify(stream)).Rule);
    }
}
