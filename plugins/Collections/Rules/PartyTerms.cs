namespace Crm.Extensions.Collections;

/// <summary>A capacity in which somebody may be told of a debt. Who is not named may not; references never are.</summary>
internal sealed record AllowedRole(PartyRole Role, RuleSource Source, Validity Validity);

/// <summary>What is kept as proof, and for how long.</summary>
/// <param name="What">One of <c>contacts</c>, <c>recordings</c>, <c>consents</c>, <c>notices</c>.</param>
/// <param name="Months">Months counted from the contact (recording, notice) itself, or from the last dealing where the source says so.</param>
internal sealed record Retention(string What, int Months, RuleSource Source, Validity Validity);
