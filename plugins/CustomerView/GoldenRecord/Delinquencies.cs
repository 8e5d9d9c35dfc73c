using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>How late a customer pays, in the classes that creditors use: by the worst of what the customer must pay.</summary>
/// <remarks>Classes of 30 days, as supervisors of banks define past-due loans (Basel Committee, "Prudential treatment of problem assets", 2017: 90 days is default).</remarks>
internal static class Delinquencies
{
    /// <param name="daysPastDue">Of each obligation that the customer owes; empty: the customer owes nothing.</param>
    /// <param name="before">What it was; null: not known.</param>
    /// <returns>Null where the customer owes nothing and never was late.</returns>
    public static Delinquency? Of(IReadOnlyCollection<int> daysPastDue, Delinquency? before)
    {
        var days = daysPastDue.Count == 0 ? 0 : daysPastDue.Max();
        if (days > 0) return days <= 30 ? Delinquency.Days1To30 : days <= 60 ? Delinquency.Days31To60 : days <= 90 ? Delinquency.Days61To90 : Delinquency.Over90;

        // who was late and paid is cured, and stays so until late again: it is not the same as never having been late
        if (before is not null and not Delinquency.Current) return Delinquency.Cured;
        return daysPastDue.Count == 0 ? before : Delinquency.Current;
    }
}

/// <summary>Classes of days past due; the numbers are those of <c>crmx_delinquency</c> less 574840000.</summary>
internal enum Delinquency
{
    Current = 0,
    Days1To30 = 1,
    Days31To60 = 2,
    Days61To90 = 3,
    Over90 = 4,
    Cured = 5,
}
