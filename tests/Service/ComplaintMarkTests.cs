using System;
using Crm.Extensions.Service.Complaints;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Service;

/// <summary>Who may take a complaint's mark away.</summary>
public sealed class ComplaintMarkTests
{
    private static readonly Guid Me = Guid.NewGuid();
    private static readonly Guid Colleague = Guid.NewGuid();

    // former, wanted, proposed, by whom (-: nobody)
    [Theory]
    [InlineData("Complaint", "Request", null, "-", "NeedsProposal")]
    [InlineData("Claim", "Suggestion", null, "-", "NeedsProposal")]
    [InlineData("Complaint", null, null, "-", "NeedsProposal")]
    [InlineData("Complaint", "Request", "Request", "me", "NeedsAnother")]
    [InlineData("Complaint", "Request", "Suggestion", "colleague", "NeedsProposal")]
    [InlineData("Complaint", "Request", "Request", "colleague", "Allowed")]
    [InlineData("Complaint", "Request", "Request", "-", "NeedsProposal")]
    [InlineData("Complaint", "Claim", null, "-", "Allowed")]
    [InlineData("Request", "Complaint", null, "-", "Allowed")]
    [InlineData(null, "Claim", null, "-", "Allowed")]
    [InlineData("Suggestion", null, null, "-", "Allowed")]
    public void Setting_the_mark_needs_nobodys_leave_and_taking_it_away_needs_two(string? former, string? wanted, string? proposed, string by, string ruling)
    {
        var change = new NatureChange(Nature(former), Nature(wanted), Nature(proposed), by == "me" ? Me : by == "colleague" ? Colleague : null, Me);

        Assert.Equal(ruling, ComplaintMark.Judge(change).ToString());
    }

    [Fact]
    public void More_time_another_to_blame_or_no_mark_help_who_answers_for_it()
    {
        var day = CalendarDate.Of(new DateTime(2026, 11, 23));

        Assert.True(ComplaintMark.HelpsResponsible(true, false, null, null));
        Assert.True(ComplaintMark.HelpsResponsible(false, true, null, null));
        Assert.True(ComplaintMark.HelpsResponsible(false, false, day, day.AddDays(1)));
        Assert.True(ComplaintMark.HelpsResponsible(false, false, day, null));
        Assert.False(ComplaintMark.HelpsResponsible(false, false, day, day.AddDays(-1)));
        Assert.False(ComplaintMark.HelpsResponsible(false, false, null, day));
        Assert.False(ComplaintMark.HelpsResponsible(false, false, day, day));
    }

    private static CaseNature? Nature(string? word) => word is null ? null : Enum.Parse<CaseNature>(word);
}
