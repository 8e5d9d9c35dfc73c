namespace Crm.Extensions.Cli.Unify;

/// <summary>Two records, the first in the order of the inputs first, and what they weigh in log2 odds.</summary>
internal readonly record struct ScoredPair(int Left, int Right, double Weight);
