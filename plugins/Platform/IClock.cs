using System;

namespace Crm.Extensions.Platform;

/// <summary>The only source of the present instant.</summary>
public interface IClock
{
    /// <summary>Now, in UTC.</summary>
    DateTime UtcNow { get; }
}
