using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Closes a period over CSV files with the rules of the tenant, worker by worker on all cores; closing twice writes the same bytes.</summary>
internal static class CloseRun
{
    /// <returns>0; 2 where rows were left out.</returns>
    /// <exception cref="InvalidDataException">A file or a plan cannot be used.</exception>
    public static int Run(CloseOptions options, TextWriter output, TextWriter error)
    {
        var language = options.Spanish ? Language.Spanish : Language.English;
        var period = PeriodCode.Read(options.Period);
        var files = new CloseFiles(options, PlansFile.Read(options.Plans, options.QuotaCeiling, language));
        foreach (var finding in files.Findings) error.WriteLine(finding);

        var total = 0m;
        var lines = 0L;
        var workers = files.Workers;
        using (var written = new StatementFiles(options.Output, options.Statements))
        {
            var rows = workers.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(facts => StatementFiles.Rows(StatementCalculation.Calculate(facts.Input(period, files.Departures(facts))), language));
            foreach (var statement in rows)
            {
                written.Write(statement);
                total += statement.Payable;
                lines += statement.LineCount;
            }
        }

        output.WriteLine(options.Json
            ? JsonSerializer.Serialize(new { period = period.Code, statements = workers.Count, customers = files.Customers, lines, payable = total, leftOut = files.LeftOut, findings = files.Findings })
            : FormattableString.Invariant($"{period.Code}: {workers.Count:N0} statements of {files.Customers:N0} customers, {lines:N0} lines, {total:N2} payable; {files.LeftOut:N0} rows left out."));
        return files.LeftOut > 0 ? 2 : 0;
    }
}
