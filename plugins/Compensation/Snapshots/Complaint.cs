using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A complaint or claim that has a day by which it must be answered.</summary>
internal sealed class Complaint
{
    private readonly CalendarDate due;
    private readonly CalendarDate? answered;

    /// <param name="answered">Null: not yet.</param>
    public Complaint(Guid id, CalendarDate due, CalendarDate? answered)
    {
        Id = id;
        this.due = due;
        this.answered = answered;
    }

    public Guid Id { get; }

    /// <summary>Whether at the end of that day the answer was due and had not been given.</summary>
    public bool IsPastDue(CalendarDate day) => due <= day && (answered is not { } on || on > day);
}
