using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Gives a row of ours that is created without a name one that people can read: "Deceased · Ana Rojas", "100.00 · 2026-11-30". Made of what is in
/// the request, so it costs none; the customer's name stands in it where the request brings it along.
/// </summary>
[Step(Message.Create, Tables.ContactHold, Stage.PreOperation)]
[Step(Message.Create, Tables.PromiseToPay, Stage.PreOperation)]
[Step(Message.Create, Tables.TravelNotice, Stage.PreOperation)]
[Step(Message.Create, Tables.Statement, Stage.PreOperation)]
[Step(Message.Create, Tables.CreditLimitChange, Stage.PreOperation)]
[Step(Message.Create, Tables.CardBlock, Stage.PreOperation)]
[Step(Message.Create, Tables.ContactRepair, Stage.PreOperation)]
public sealed class NameRecord : Plugin<Entity>
{
    private const string Name = "crmx_name";
    private const int MostLetters = 200;

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var row = execution.Target;
        if (!string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Name))) return;

        var parts = Parts(row, execution).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0) parts.Add(CalendarDate.Of(execution.Clock.UtcNow).ToString());
        execution.Write(Name, string.Join(" · ", parts).Shortened(MostLetters));
    }

    private static IEnumerable<string> Parts(Entity row, Execution execution)
    {
        switch (row.LogicalName)
        {
            case Tables.ContactHold:
                yield return Word(row, Model.ContactHold.Fields.Kind, execution);
                break;
            case Tables.PromiseToPay:
                yield return Amount(row, PromiseToPay.Fields.Amount);
                yield return Day(row, PromiseToPay.Fields.On);
                break;
            case Tables.TravelNotice:
                yield return row.GetAttributeValue<string>(Model.TravelNotice.Fields.Countries) ?? "";
                yield return Day(row, Model.TravelNotice.Fields.From) + " – " + Day(row, Model.TravelNotice.Fields.Until);
                break;
            case Tables.Statement:
                yield return Day(row, Statement.Fields.ClosedOn);
                break;
            case Tables.CreditLimitChange:
                var old = Amount(row, CreditLimitChange.Fields.OldLimit);
                yield return (old.Length > 0 ? old + " → " : "→ ") + Amount(row, CreditLimitChange.Fields.NewLimit);
                yield return Day(row, CreditLimitChange.Fields.EffectiveOn);
                break;
            case Tables.CardBlock:
                yield return Word(row, CardBlock.Fields.Reason, execution);
                yield return Day(row, CardBlock.Fields.From);
                break;
            default:
                yield return Word(row, ContactRepair.Fields.Cause, execution);
                yield return Day(row, ContactRepair.Fields.DueOn);
                break;
        }

        yield return row.GetAttributeValue<EntityReference>("crmx_customerid")?.Name ?? row.GetAttributeValue<EntityReference>("crmx_obligationid")?.Name ?? "";
    }

    private static string Word(Entity row, string column, Execution execution) =>
        row.Contains(column) ? CaseWords.Of(execution.Language, row, column) ?? "" : "";

    private static string Amount(Entity row, string column) =>
        row.GetAttributeValue<Money>(column)?.Value.ToString("N2", CultureInfo.InvariantCulture) ?? "";

    private static string Day(Entity row, string column) =>
        row.GetAttributeValue<System.DateTime?>(column) is { } day ? CalendarDate.Of(day).ToString() : "";
}
