using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>A statement as JSON in UTF-8: the same facts, whatever their order, make the same bytes.</summary>
/// <remarks>No clock, no culture, no identifier that is made up: whoever closes again can compare byte by byte.</remarks>
internal static class StatementBytes
{
    /// <summary>The bytes as text.</summary>
    public static string Text(PayStatement statement) => Encoding.UTF8.GetString(Write(statement));

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public static string Digest(byte[] bytes)
    {
        using var hash = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var one in hash.ComputeHash(bytes)) text.Append(one.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    public static byte[] Write(PayStatement statement)
    {
        var json = new JsonText();
        json.Open('{');
        json.Text("worker", statement.Worker.Id);
        json.Text("period", statement.Period.Code);
        json.Text("from", statement.Period.From.ToString());
        json.Text("until", statement.Period.Until.ToString());
        json.Text("plan", statement.Plan.Label);
        json.Text("currency", statement.Plan.Currency);
        json.Money("gross", statement.Gross);
        json.Money("heldBack", statement.HeldBack);
        json.Money("payable", statement.Payable);
        json.Money("clawbackCarried", statement.Closing.ClawbackCarried);
        json.Money("drawBalance", statement.Closing.DrawBalance);
        Components(json, statement.Components);
        Lines(json, statement.Lines);
        Waiting(json, statement.Closing.HeldBack);
        Customers(json, statement.FiveCustomers);
        json.Close('}');
        return json.ToBytes();
    }

    private static void Components(JsonText json, IReadOnlyList<ComponentResult> components)
    {
        json.Open('[', "components");
        foreach (var result in components)
        {
            json.Open('{');
            json.Text("plan", result.Plan);
            json.Text("id", result.Component.Id);
            json.Text("metric", result.Component.Metric.ToString());
            json.Text("measured", result.IsMeasured ? "yes" : "no");
            json.Number("weight", result.Weight);
            json.Number("figure", result.Measured);
            json.Number("goal", result.Goal);
            json.Number("attainment", result.Attainment);
            json.Number("payoutShare", result.PayoutShare);
            json.Money("targetPay", result.TargetPay);
            json.Money("amount", result.Amount);
            json.Close('}');
        }

        json.Close(']');
    }

    private static void Lines(JsonText json, IReadOnlyList<PayLine> lines)
    {
        json.Open('[', "lines");
        foreach (var line in lines)
        {
            json.Open('{');
            json.Number("number", line.Number);
            json.Text("kind", line.Kind.ToString());
            json.Filled("plan", line.Plan);
            json.Filled("component", line.ComponentId);
            json.Filled("customer", line.CustomerId);
            json.Filled("measure", line.Measure);
            json.Money("amount", line.Amount);
            json.Filled("evidence", line.Evidence);
            json.Filled("reason", line.Reason);
            if (line.Reverses is { } number) json.Number("reverses", number);
            json.Close('}');
        }

        json.Close(']');
    }

    private static void Waiting(JsonText json, IReadOnlyList<HeldBack> waiting)
    {
        json.Open('[', "waiting");
        foreach (var held in waiting)
        {
            json.Open('{');
            json.Text("component", held.ComponentId);
            json.Filled("customer", held.CustomerId);
            json.Money("amount", held.Amount);
            json.Text("vestsOn", held.VestsOn.ToString());
            json.Text("evidence", held.Evidence);
            json.Close('}');
        }

        json.Close(']');
    }

    private static void Customers(JsonText json, IReadOnlyList<CustomerHint> hints)
    {
        json.Open('[', "customers");
        foreach (var hint in hints)
        {
            json.Open('{');
            json.Text("customer", hint.CustomerId);
            json.Text("name", hint.Name);
            json.Text("reason", hint.Reason.ToString());
            json.Number("stake", hint.Stake);
            json.Close('}');
        }

        json.Close(']');
    }
}
