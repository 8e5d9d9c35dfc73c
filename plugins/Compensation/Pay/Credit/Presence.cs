using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay.Credit;

/// <summary>On which days of a period somebody worked, and for which of them target pay stands.</summary>
internal sealed class Presence
{
    private readonly PayPeriod period;
    private readonly decimal[]? worked;

    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    public Presence(PayPeriod period, PayWorker worker, IReadOnlyList<PayAbsence> absences)
    {
        if (period.Days < 1) throw new ArgumentException("The period ends before it begins.", nameof(period));
        this.period = period;
        if (absences.Count == 0 && !(worker.From > period.From) && !(worker.Until < period.Until)) return;

        worked = new decimal[period.Days + 1];
        var paid = 0m;
        for (var day = 0; day < period.Days; day++)
        {
            var date = period.From.AddDays(day);
            var away = 0m;
            var unpaid = 0m;
            var employed = !(date < worker.From) && !(date > worker.Until);
            foreach (var absence in absences)
            {
                if (date < absence.From || date > absence.Until) continue;
                away += absence.Share;
                if (absence.Kind > PayAbsenceKind.PublicDuty) unpaid += absence.Share;
            }

            worked[day + 1] = worked[day] + (employed ? 1 - Math.Min(1, away) : 0);
            paid += employed ? 1 - Math.Min(1, unpaid) : 0;
        }

        Share = worked[period.Days] / period.Days;
        PaidShare = paid / period.Days;
    }

    /// <summary>0 to 1: the part of the period that was worked; it prorates goals.</summary>
    public decimal Share { get; } = 1;

    /// <summary>0 to 1: the part of the period for which target pay stands.</summary>
    public decimal PaidShare { get; } = 1;

    /// <summary>Days worked from one day to another, both within the period.</summary>
    public decimal Days(CalendarDate from, CalendarDate until) => worked is null
        ? from.DaysUntil(until) + 1
        : worked[period.From.DaysUntil(until) + 1] - worked[period.From.DaysUntil(from)];
}
