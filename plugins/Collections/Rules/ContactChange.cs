namespace Crm.Extensions.Collections;

/// <summary>What a contact should be instead.</summary>
/// <param name="Purpose">Null: the purpose stays.</param>
/// <param name="Channel">Null: the channel stays.</param>
internal sealed record ContactChange(Purpose? Purpose, Channel? Channel);
