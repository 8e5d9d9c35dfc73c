namespace Crm.Extensions.Cli.Demo;

/// <summary>A row of a file that was left out.</summary>
/// <param name="Line">Line in the file, the header being line 1.</param>
/// <param name="Column">Column as the header names it.</param>
/// <param name="What">What is wrong: a sentence of <see cref="Texts"/>.</param>
/// <param name="Values">The values that the sentence names.</param>
internal sealed record RowProblem(int Line, string Column, TextKey What, params object[] Values);
