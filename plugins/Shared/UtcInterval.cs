using System;

namespace Crm.Extensions.Shared;

/// <summary>A stretch of absolute time, half-open, both ends UTC.</summary>
internal sealed record UtcInterval(DateTime From, DateTime To);
