namespace Crm.Extensions.Embedded;

/// <summary>One request that crossed the boundary into the organization.</summary>
/// <param name="Step">The step whose plug-in sent it; null for a client.</param>
/// <param name="Message">Its message.</param>
/// <param name="Table">The table it is about, where one is named.</param>
public sealed record LoggedRequest(string? Step, string Message, string? Table);
