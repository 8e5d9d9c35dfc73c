using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>How long a customer with whom we spoke is left in peace.</summary>
/// <param name="Days">Days of peace, the day of the conversation being the first: 1 is the rest of that day; 0: until the week (Monday to Sunday) is over.</param>
/// <param name="Scope">Which further contacts wait.</param>
internal sealed record RestValue(int Days, Scope Scope, RuleSource Source)
{
    public const int RestOfWeek = 0;

    /// <summary>A conversation that the customer began starts the rest too.</summary>
    public bool AfterInbound { get; init; }

    /// <summary>Only what concerns the same obligation waits.</summary>
    public bool PerObligation { get; init; }

    /// <summary>The first day on which a contact may be made again after a conversation of that day.</summary>
    public CalendarDate EndAfter(CalendarDate talk) => Days == RestOfWeek ? talk.Monday.AddDays(7) : talk.AddDays(Days);
}
