using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Reads what a case file tells, a request for each section, the latest rows first.</summary>
internal sealed class CaseFileRows
{
    private static readonly string[] Amounts = ["crmx_amount", "crmx_oldlimit", "crmx_newlimit"];

    private readonly IOrganizationService service;
    private readonly Guid customer;
    private readonly IReadOnlyList<Guid> obligations;
    private readonly bool isOfOneObligation;
    private readonly LocalClock clock;
    private readonly CustomerFormat format;
    private readonly Language language;

    /// <param name="obligations">Those that the customer is party to, or the one asked for.</param>
    public CaseFileRows(IOrganizationService service, Guid customer, IReadOnlyList<Guid> obligations, bool isOfOneObligation, LocalClock clock, CustomerFormat format, Language language)
    {
        this.service = service;
        this.customer = customer;
        this.obligations = obligations;
        this.isOfOneObligation = isOfOneObligation;
        this.clock = clock;
        this.format = format;
        this.language = language;
    }

    public IEnumerable<CaseSection> Sections()
    {
        yield return Of("Contacts", Tables.ContactAttempt, "crmx_customerid", "crmx_at", Contact,
            "crmx_at", "crmx_channel", "crmx_purpose", "crmx_decision", "crmx_explanation", "crmx_rules", "crmx_packversion", "crmx_attempted");
        yield return Of("Holds", Tables.ContactHold, "crmx_customerid", "createdon", Hold, "createdon", "crmx_kind", "crmx_from", "crmx_until", "crmx_reason", "crmx_releasedon");
        yield return Of("Promises", Tables.PromiseToPay, "crmx_obligationid", "crmx_on", Promise, "crmx_on", "crmx_amount", "statuscode", "createdon");
        yield return Of("Installments", Tables.Installment, "crmx_obligationid", "crmx_duedate", Installment,
            "crmx_number", "crmx_kind", "crmx_amount", "crmx_duedate", "crmx_effectiveduedate", "crmx_debitdate", "crmx_paidon", "statuscode");
        yield return Of("Payments", Tables.Payment, "crmx_obligationid", "createdon", Payment,
            "createdon", "crmx_amount", "crmx_method", "crmx_initiatedon", "crmx_postedon", "statuscode", "crmx_returnreason");
        yield return Of("Limits", Tables.CreditLimitChange, "crmx_obligationid", "createdon", Limit,
            "createdon", "crmx_oldlimit", "crmx_newlimit", "crmx_effectiveon", "statuscode", "crmx_reasontext", "crmx_courtesyexplanation");
        yield return Of("Blocks", Tables.CardBlock, "crmx_obligationid", "crmx_from", Block, "crmx_from", "crmx_reason", "statuscode", "crmx_reasontext", "crmx_courtesyexplanation");
        yield return Of("Repairs", Tables.ContactRepair, "crmx_customerid", "createdon", Repair, "createdon", "crmx_cause", "crmx_dueon", "statuscode", "crmx_wrong");
    }

    private CaseSection Of(string name, string table, string owner, string order, Func<Entity, CaseEntry> entry, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), TopCount = CaseFile.MostRows + 1 };
        query.AddOrder(order, OrderType.Descending);
        if (owner == "crmx_customerid") query.Criteria.AddCondition(owner, ConditionOperator.Equal, customer);
        if (owner == "crmx_customerid" && isOfOneObligation)
        {
            // what names no obligation concerns them all
            var about = query.Criteria.AddFilter(LogicalOperator.Or);
            about.AddCondition("crmx_obligationid", ConditionOperator.Equal, obligations[0]);
            about.AddCondition("crmx_obligationid", ConditionOperator.Null);
        }

        if (owner == "crmx_obligationid")
        {
            if (obligations.Count == 0) return new CaseSection(name, [], false);
            query.Criteria.AddCondition(owner, ConditionOperator.In, obligations.Cast<object>().ToArray());
        }

        if (Array.Exists(columns, column => Amounts.Contains(column)))
        {
            var currency = query.AddLink("transactioncurrency", "transactioncurrencyid", "transactioncurrencyid", JoinOperator.LeftOuter);
            currency.EntityAlias = ComposeQueries.CurrencyAlias;
            currency.Columns = new ColumnSet("isocurrencycode");
        }

        var rows = service.RetrieveMultiple(query).Entities;
        return new CaseSection(name, [.. rows.Take(CaseFile.MostRows).Select(entry)], rows.Count > CaseFile.MostRows);
    }

    private CaseEntry Contact(Entity row)
    {
        var channel = Label(row, "crmx_channel");
        var decision = row.Contains("crmx_decision") ? Label(row, "crmx_decision") : Say("Undecided");
        var rules = string.Join("; ", Text(row, "crmx_rules").Split(',').Select(id => CaseWords.Rule(language, id.Trim())).Where(name => name.Length > 0));
        var version = Text(row, "crmx_packversion");
        return At(row, "crmx_at", CaseFile.Say(
            language, "Contact", channel, Label(row, "crmx_purpose"), Say(row.GetAttributeValue<bool?>("crmx_attempted") == true ? "Done" : "NotDone"), decision,
            Together(rules.Length > 0 ? Say("Rule", rules, version.Length > 0 ? version : Say("Unknown")) : "", Said(row, "crmx_explanation", "Said"))));
    }

    private CaseEntry Hold(Entity row) => At(row, "createdon", CaseFile.Say(
        language, "Hold", Label(row, "crmx_kind"),
        If(row, "crmx_from", "HoldFrom") + (row.Contains("crmx_releasedon") ? If(row, "crmx_releasedon", "HoldReleased") : If(row, "crmx_until", "HoldUntil")), Text(row, "crmx_reason")));

    private CaseEntry Promise(Entity row) => At(row, "createdon", CaseFile.Say(language, "Promise", Amount(row, "crmx_amount"), Day(row, "crmx_on"), Label(row, "statuscode")));

    private CaseEntry Installment(Entity row) => On(row, "crmx_duedate", CaseFile.Say(
        language, "Installment", Label(row, "crmx_kind"), row.GetAttributeValue<int>("crmx_number"), Amount(row, "crmx_amount"), Day(row, "crmx_duedate"),
        If(row, "crmx_effectiveduedate", "InstallmentDue") + If(row, "crmx_debitdate", "InstallmentDebit") + If(row, "crmx_paidon", "InstallmentPaid"), Label(row, "statuscode")));

    private CaseEntry Payment(Entity row) => At(row, row.Contains("crmx_postedon") ? "crmx_postedon" : "createdon", CaseFile.Say(
        language, "Payment", Amount(row, "crmx_amount"), Label(row, "crmx_method"), If(row, "crmx_initiatedon", "PaymentInitiated") + If(row, "crmx_postedon", "PaymentPosted"), Label(row, "statuscode"),
        row.Contains("crmx_returnreason") ? Label(row, "crmx_returnreason") + "." : ""));

    private CaseEntry Limit(Entity row) => At(row, "createdon", CaseFile.Say(
        language, "Limit", Amount(row, "crmx_oldlimit"), Amount(row, "crmx_newlimit"), Day(row, "crmx_effectiveon"), Label(row, "statuscode"), Together(Said(row, "crmx_reasontext", "Explained"), Said(row, "crmx_courtesyexplanation", "Said"))));

    private CaseEntry Block(Entity row) => At(row, "crmx_from", CaseFile.Say(
        language, "Block", Label(row, "crmx_reason"), Label(row, "statuscode"), Together(Said(row, "crmx_reasontext", "Explained"), Said(row, "crmx_courtesyexplanation", "Said"))));

    private CaseEntry Repair(Entity row) => At(row, "createdon", CaseFile.Say(
        language, "Repair", Label(row, "crmx_cause"), Day(row, "crmx_dueon"), Label(row, "statuscode"), Text(row, "crmx_wrong")));

    private CaseEntry At(Entity row, string column, string text) =>
        new(row.GetAttributeValue<DateTime?>(column) is { } time ? clock.ToLocal(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null, true, text);

    private static CaseEntry On(Entity row, string column, string text) => new(row.GetAttributeValue<DateTime?>(column), false, text);

    private string Day(Entity row, string column)
    {
        if (row.GetAttributeValue<DateTime?>(column) is not { } time) return Say("Unknown");

        // instants are told by the customer's clock; days have no clock
        return (column is "crmx_initiatedon" or "crmx_postedon" or "crmx_releasedon" ? clock.DateAt(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : CalendarDate.Of(time)) is var day ? CaseFile.Day(language, day.Midnight) : "";
    }

    // a part of a sentence that stands only where its day is known
    private string If(Entity row, string column, string name) => row.Contains(column) ? CaseFile.Say(language, name, Day(row, column)) : "";

    private string Amount(Entity row, string column) => row.GetAttributeValue<Money>(column) is { } money ? format.Amount(money.Value, CurrencyOf(row)) : Say("Unknown");

    private static string CurrencyOf(Entity row) => row.GetAttributeValue<AliasedValue>(ComposeQueries.CurrencyAlias + ".isocurrencycode")?.Value as string ?? "";

    private string Label(Entity row, string column) => CaseWords.Of(language, row, column) ?? Say("Unknown");

    private string Say(string name, params object[] facts) => CaseFile.Say(language, name, facts);

    // what was written then stands as it was written, whatever the file's language
    private string Said(Entity row, string column, string name) => Text(row, column).Trim() is { Length: > 0 } text ? Say(name, text) : "";

    private static string Together(string one, string other) => (one + " " + other).Trim();

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";
}
