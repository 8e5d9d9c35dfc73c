namespace Crm.Extensions.Cli.Demo;

/// <summary>How often a rule decided.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Moved">Contacts that it moved, or would have moved.</param>
/// <param name="Stopped">Contacts that it stopped, or would have stopped.</param>
/// <param name="Breaches">Contacts that went out against it.</param>
/// <param name="Unlawful">Of all these, the contacts that it held to be against a law; the rest are untrue or rude.</param>
internal sealed record RuleCount(string Rule, int Moved, int Stopped, int Breaches, int Unlawful, int Untrue, int Rude);
