namespace Crm.Extensions.Cli.Valuing;

/// <summary>What <c>crmx value</c> was asked.</summary>
/// <param name="CalibrateWeeks">The weeks that the models are fitted to, from the file's first day; null: all.</param>
/// <param name="HorizonWeeks">How far ahead to expect; null: twelve months, or as long as the holdout.</param>
/// <param name="Margin">The part of revenue that is contribution after cost to serve.</param>
/// <param name="Penalty">On large parameters, where customers are few.</param>
internal sealed record ValueQuestion(int? CalibrateWeeks, double? HorizonWeeks, decimal Margin, double Penalty);
