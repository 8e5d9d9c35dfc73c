using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The messages that the organization knows, by name.</summary>
internal sealed class MessageRegistry
{
    private readonly Dictionary<string, IMessageHandler> handlers = new(StringComparer.Ordinal);

    public IEnumerable<IMessageHandler> All => handlers.Values;

    public IMessageHandler? Find(string? message) => message is null ? null : handlers.GetValueOrDefault(message);

    /// <summary>Adds messages; one of the same name takes the place of the one before.</summary>
    public void Add(params ReadOnlySpan<IMessageHandler> more)
    {
        foreach (var handler in more) handlers[handler.Message] = handler;
    }

    /// <summary>Makes a message unknown again.</summary>
    public void Remove(string message) => handlers.Remove(message);
}
