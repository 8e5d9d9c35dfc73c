using System;

namespace Crm.Extensions.Platform;

/// <summary>How far a capability reaches into what people do.</summary>
public enum Mode
{
    /// <summary>It does nothing at all.</summary>
    Off,

    /// <summary>It records what it would have done and changes nothing.</summary>
    Observe,

    /// <summary>It does it.</summary>
    Enforce,
}

/// <summary>The mode as administrators write it.</summary>
internal static class ModeText
{
    /// <summary><c>off</c>, <c>observe</c> or <c>enforce</c> in any case; anything else is the mode after import, observe: a slip of the pen stops nobody.</summary>
    public static Mode Read(string? text) =>
        Is(text, "off") ? Mode.Off : Is(text, "enforce") ? Mode.Enforce : Mode.Observe;

    private static bool Is(string? text, string mode) => string.Equals(text?.Trim(), mode, StringComparison.OrdinalIgnoreCase);
}
