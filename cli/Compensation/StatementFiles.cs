using System;
using System.IO;
using System.Text;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Writes statements.csv, lines.csv and opening.csv, the last of which the next period begins with.</summary>
internal sealed class StatementFiles : IDisposable
{
    private const string Statements = "worker,period,plan,currency,gross,held_back,payable,carried,digest,explanation";
    private const string Lines = "worker,period,number,kind,plan,component,customer,measure,amount,evidence,reason";
    private const string Opening = "worker,kind,component,customer,amount,vests_on,evidence";
    private static readonly string[] Kinds = Enum.GetNames<PayLineKind>();
    private readonly StreamWriter statements;
    private readonly StreamWriter lines;
    private readonly StreamWriter opening;
    private readonly string? each;

    /// <param name="withEach">One JSON for each worker as well, in the folder statements.</param>
    public StatementFiles(string folder, bool withEach)
    {
        Directory.CreateDirectory(folder);
        if (withEach) each = Directory.CreateDirectory(Path.Combine(folder, "statements")).FullName;
        statements = Open(folder, "statements.csv", Statements);
        lines = Open(folder, "lines.csv", Lines);
        opening = Open(folder, "opening.csv", Opening);
    }

    public void Write(StatementRows rows)
    {
        statements.Write(rows.Statement);
        lines.Write(rows.Lines);
        opening.Write(rows.Opening);
        if (each is not null) File.WriteAllBytes(Path.Combine(each, Uri.EscapeDataString(rows.Worker) + ".json"), rows.Content);
    }

    public void Dispose()
    {
        statements.Dispose();
        lines.Dispose();
        opening.Dispose();
    }

    /// <summary>The rows of one statement.</summary>
    public static StatementRows Rows(PayStatement statement, Language language)
    {
        var scratch = new char[DecimalText.MostLetters];
        var id = Field(statement.Worker.Id) + ",";
        var content = StatementBytes.Write(statement);
        var digest = StatementBytes.Digest(content);
        var row = new StringBuilder(id);
        row.Append(Field(statement.Period.Code)).Append(',').Append(Field(statement.Plan.Label)).Append(',').Append(Field(statement.Plan.Currency)).Append(',')
            .Append(DecimalText.Money(statement.Gross)).Append(',').Append(DecimalText.Money(statement.HeldBack)).Append(',').Append(DecimalText.Money(statement.Payable)).Append(',').Append(DecimalText.Money(statement.Carried)).Append(',')
            .Append(digest).Append(',').Append(Field(string.Join(" ", statement.Sentences(language)))).Append('\n');

        var detail = new StringBuilder(8000);
        var start = id + Field(statement.Period.Code) + ",";
        foreach (var line in statement.Lines)
        {
            detail.Append(start).Append(line.Number).Append(',').Append(Kinds[(int)line.Kind]).Append(',').Append(Field(line.Plan)).Append(',').Append(Field(line.ComponentId)).Append(',')
                .Append(Field(line.CustomerId)).Append(',').Append(Field(line.Measure)).Append(',').AppendMoney(line.Amount, scratch).Append(',').Append(Field(line.Evidence)).Append(',')
                .Append(Field(line.Reason)).Append('\n');
        }

        var next = new StringBuilder();
        foreach (var held in statement.Closing.HeldBack)
        {
            next.Append(id).Append("heldback,").Append(Field(held.ComponentId)).Append(',').Append(Field(held.CustomerId)).Append(',').AppendMoney(held.Amount, scratch).Append(',')
                .Append(held.VestsOn.ToString()).Append(',').Append(Field(held.Evidence)).Append('\n');
        }

        if (statement.Closing.DrawBalance > 0) next.Append(id).Append("draw,,,").Append(DecimalText.Money(statement.Closing.DrawBalance)).Append(",,\n");
        if (statement.Closing.ClawbackCarried > 0) next.Append(id).Append("clawback,,,").Append(DecimalText.Money(statement.Closing.ClawbackCarried)).Append(",,\n");
        return new StatementRows(statement.Worker.Id, statement.Payable, statement.Lines.Count, content, row, detail, next);
    }

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static StreamWriter Open(string folder, string name, string heading)
    {
        var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        file.WriteLine(heading);
        return file;
    }
}

/// <summary>A statement as it goes into the files.</summary>
internal sealed record StatementRows(string Worker, decimal Payable, int LineCount, byte[] Content, StringBuilder Statement, StringBuilder Lines, StringBuilder Opening);
