namespace Crm.Extensions.Platform;

/// <summary>
/// What a step leaves (<see cref="Execution.Remember"/>) that files existing rows under another customer or empties them: steps that judge contacts
/// let its writes pass, because nobody is contacted by them.
/// </summary>
internal static class Bookkeeping
{
    public const string Mark = "crmx_bookkeeping";
}
