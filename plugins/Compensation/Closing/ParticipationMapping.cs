using System;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of a participation the former plan's part and the draw, and of leave what prorates.</summary>
internal static class ParticipationMapping
{
    private const decimal Percent = 100m;

    /// <summary>Months of a period, in the order of crmx_periodlength.</summary>
    private static readonly int[] Months = [1, 3, 6, 12];

    // in the order of crmx_absencekind
    private static readonly PayAbsenceKind[] Kinds =
        [PayAbsenceKind.Vacation, PayAbsenceKind.Sick, PayAbsenceKind.Parental, PayAbsenceKind.Unpaid, PayAbsenceKind.Training, PayAbsenceKind.PublicDuty, PayAbsenceKind.Other];

    /// <summary>Null: the former plan has no part in this period.</summary>
    public static PlanTransition? Transition(ClosingFacts facts, Entity participation)
    {
        var former = FactsReader.IdOf(participation, "crmx_formerplanid");
        if (former == Guid.Empty || !facts.Plans.ContainsKey(former) || !BlendShares.TryRead(participation.GetAttributeValue<string>("crmx_blend"), out var blend)) return null;

        var length = PlanMapping.Place(facts.Plans[FactsReader.IdOf(participation, "crmx_planid")], "crmx_periodlength");
        var share = blend.FormerIn(PeriodsBetween(FactsReader.Day(participation, "crmx_from"), facts.From, Months[Math.Min(Math.Max(length, 0), Months.Length - 1)]));
        return share == 0 ? null : new PlanTransition(PlanMapping.Plan(facts, former), share / Percent);
    }

    public static PayDraw? Draw(Entity participation) =>
        participation.GetAttributeValue<Money>("crmx_drawamount") is { Value: > 0 } amount && FactsReader.DayOrNone(participation, "crmx_drawuntil") is { } until
            ? new PayDraw(amount.Value, participation.GetAttributeValue<bool>("crmx_drawrecoverable"), until)
            : null;

    public static PayAbsence Absence(Entity row) => new(
        Kinds[Math.Min(Math.Max(PlanMapping.Place(row, "crmx_kind"), 0), Kinds.Length - 1)],
        FactsReader.Day(row, "crmx_from"),
        FactsReader.DayOrNone(row, "crmx_until") ?? new CalendarDate(9999, 12, 31),
        (row.GetAttributeValue<int?>("crmx_share") ?? 100) / Percent);

    // the period in which the participation begins is the first, whatever its day
    private static int PeriodsBetween(CalendarDate first, CalendarDate start, int months)
    {
        var passed = ((start.Year - first.Year) * 12) + start.Month - first.Month;
        return passed <= 0 ? 0 : passed / months;
    }
}
