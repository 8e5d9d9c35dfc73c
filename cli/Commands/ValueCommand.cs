using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Valuing;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx value</c>: fits BG/NBD and gamma–gamma to transactions and says what each customer will bring anyway. Exit code 2: some rows were left out.</summary>
internal static class ValueCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "Transactions: customer_id,date,amount; an amount below zero was given back.", Required = true };
        var format = new Option<string>("--format") { Description = "crmx (the columns above) or cdnow (the columns of the CDNOW data set).", DefaultValueFactory = _ => "crmx" };
        var output = new Option<string?>("--output") { Description = "CSV to write, one customer a row." };
        var calibrate = new Option<int?>("--calibrate-weeks") { Description = "Fit to the first weeks only and compare with what came after." };
        var horizon = new Option<double?>("--horizon-weeks") { Description = "How far ahead to expect; else twelve months, or as long as what was held out." };
        var margin = new Option<decimal>("--margin") { Description = "The part of revenue that is contribution after cost to serve.", DefaultValueFactory = _ => 1 };
        var penalty = new Option<double>("--penalty") { Description = "On large parameters, where customers are few: 0.001 to 0.1.", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "Print fit and customers as JSON." };
        var command = new Command("value", "Says what customers are expected to bring.") { input, format, output, calibrate, horizon, margin, penalty, json };
        command.SetAction(parse => Faults.Told(() =>
        {
            var question = new ValueQuestion(parse.GetValue(calibrate), parse.GetValue(horizon), parse.GetRequiredValue(margin), parse.GetRequiredValue(penalty));
            if (question.HorizonWeeks is { } weeks && !(weeks > 0 && weeks <= 5200)) throw new InvalidDataException("--horizon-weeks must lie above 0, and within a century.");
            if (!(question.Penalty >= 0 && question.Penalty <= 10)) throw new InvalidDataException("--penalty must lie between 0 and 10.");
            if (Math.Abs(question.Margin) > 1) throw new InvalidDataException("--margin must lie between -1 and 1.");
            return Run(parse.GetRequiredValue(input), parse.GetRequiredValue(format), parse.GetValue(output), question, parse.GetValue(json), parse.InvocationConfiguration);
        }, parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string input, string format, string? output, ValueQuestion question, bool json, InvocationConfiguration to)
    {
        var transactions = TransactionFile.Read(input, format);
        foreach (var problem in transactions.Problems) to.Error.WriteLine(problem);
        var valuation = Valuation.Of(transactions, question);
        foreach (var warning in valuation.Warnings) to.Error.WriteLine(warning);
        if (output is not null) ValuesFile.Write(output, valuation);
        if (json) to.Output.WriteLine(ValueJson.Write(transactions, valuation));
        else Tell(valuation, to.Output);
        return transactions.Problems.Count > 0 ? 2 : 0;
    }

    private static void Tell(Valuation valuation, TextWriter output)
    {
        var purchases = valuation.Forecast.Purchases!;
        var spend = valuation.Forecast.Spend!;
        Line($"{valuation.Customers.Count} customers until {valuation.End}, {valuation.Customers.Count(customer => customer.Summary.Frequency > 0)} of whom came again.");
        Line($"BG/NBD       r {purchases.Model.R:0.0000}  alpha {purchases.Model.Alpha:0.0000}  a {purchases.Model.A:0.0000}  b {purchases.Model.B:0.0000}  LL {purchases.Search.LogLikelihood:0.0000}");
        Line($"gamma-gamma  p {spend.Model.P:0.0000}  q {spend.Model.Q:0.0000}  gamma {spend.Model.Gamma:0.0000}  LL {spend.LogLikelihood:0.0000}  mean {spend.Model.Mean:0.00}");
        if (valuation.Holdout is { } holdout)
            Line($"Held out: {holdout.Actual} purchases, {holdout.Expected:0.0} expected ({holdout.Bias:+0.0%;-0.0%}); by customer: mean absolute error {holdout.MeanAbsoluteError:0.000}, correlation {holdout.Correlation:0.000}.");
        Line($"Next {valuation.HorizonWeeks:0.#} weeks: {valuation.Customers.Sum(customer => customer.Expectation.Purchases):0.0} purchases, {valuation.Customers.Sum(customer => customer.Expected.Amount):0.00} in all.");

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }
}
