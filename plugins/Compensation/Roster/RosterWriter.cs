using System;
using System.Collections.Generic;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>Writes what an import changes: of each row only the columns that differ. New rows have ids made of their keys, so that two imports at once make one row.</summary>
internal sealed class RosterWriter
{
    private readonly IOrganizationService service;
    private readonly RosterRows rows;
    private readonly EntityReference? owner;
    private readonly Dictionary<string, Guid> workers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> jobs = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="owner">To whom new rows belong; null: to the system.</param>
    public RosterWriter(IOrganizationService service, RosterRows rows, EntityReference? owner)
    {
        this.service = service;
        this.rows = rows;
        this.owner = owner;
    }

    /// <summary>One request, and one more for a job that ships and is named for the first time.</summary>
    public void Write(RosterChange change)
    {
        var row = change switch
        {
            { Worker: { } worker } => Person(change, worker),
            { Employment: { } employment } => Spell(change, employment),
            { Absence: { } absence } => Leave(change, absence),
            _ => throw new InvalidOperationException("A change without a row."),
        };
        if (!change.IsNew)
        {
            service.Update(row);
            return;
        }

        if (owner is not null) row["ownerid"] = owner;
        service.Create(row);
    }

    /// <summary>The worker's row.</summary>
    public Guid WorkerId(string hrid)
    {
        if (!workers.TryGetValue(hrid, out var id)) workers[hrid] = id = rows.WorkerId(hrid) ?? IdOf(Tables.Worker, hrid);
        return id;
    }

    private Entity Person(RosterChange change, WorkerFacts facts)
    {
        var row = new Entity(Tables.Worker, WorkerId(facts.Hrid));
        if (change.IsNew) row[Worker.Fields.HrId] = facts.Hrid;
        foreach (var column in change.Columns)
        {
            switch (column)
            {
                case RosterColumn.Name: row[Worker.Fields.Name] = facts.Name; break;
                case RosterColumn.Email: row[Worker.Fields.Email] = OrNull(facts.Email); break;
                case RosterColumn.User: row[Worker.Fields.UserId] = facts.User.Length == 0 ? null : new EntityReference(Tables.SystemUser, rows.UserId(facts.User)!.Value); break;
                case RosterColumn.Job: row[Worker.Fields.JobId] = JobOf(facts.Job); break;
                case RosterColumn.Manager: row[Worker.Fields.ManagerId] = ManagerOf(facts.Manager); break;
                case RosterColumn.Salary: row[Worker.Fields.BaseSalary] = Amount(facts.Salary); break;
                case RosterColumn.Currency: row[Worker.Fields.TransactionCurrencyId] = CurrencyOf(facts.Currency); break;
                case RosterColumn.Country: row[Worker.Fields.Country] = OrNull(facts.Country); break;
                case RosterColumn.From: row[Worker.Fields.From] = facts.From?.Midnight; break;
                case RosterColumn.Until: row[Worker.Fields.Until] = facts.Until?.Midnight; break;
            }
        }

        return Whole(row, Worker.Fields.BaseSalary, Worker.Fields.TransactionCurrencyId, facts.Salary, facts.Currency);
    }

    private Entity Spell(RosterChange change, EmploymentFacts facts)
    {
        var row = new Entity(Tables.Employment, change.IsNew ? IdOf(Tables.Employment, facts.Hrid + "|" + facts.From) : rows.EmploymentId(facts));
        if (change.IsNew)
        {
            row[Employment.Fields.Name] = facts.Hrid + " · " + facts.From;
            row[Employment.Fields.WorkerId] = new EntityReference(Tables.Worker, WorkerId(facts.Hrid));
            row[Employment.Fields.From] = facts.From.Midnight;
        }

        foreach (var column in change.Columns)
        {
            switch (column)
            {
                case RosterColumn.Until: row[Employment.Fields.Until] = facts.Until?.Midnight; break;
                case RosterColumn.Job: row[Employment.Fields.JobId] = JobOf(facts.Job); break;
                case RosterColumn.Manager: row[Employment.Fields.ManagerId] = ManagerOf(facts.Manager); break;
                case RosterColumn.Salary: row[Employment.Fields.BaseSalary] = Amount(facts.Salary); break;
                case RosterColumn.Currency: row[Employment.Fields.TransactionCurrencyId] = CurrencyOf(facts.Currency); break;
            }
        }

        return Whole(row, Employment.Fields.BaseSalary, Employment.Fields.TransactionCurrencyId, facts.Salary, facts.Currency);
    }

    private Entity Leave(RosterChange change, AbsenceFacts facts)
    {
        var row = new Entity(Tables.Absence, change.IsNew ? IdOf(Tables.Absence, facts.Hrid + "|" + Words.Of(facts.Kind) + "|" + facts.From) : rows.AbsenceId(facts));
        if (change.IsNew)
        {
            row[Absence.Fields.Name] = facts.Hrid + " · " + Words.Of(facts.Kind) + " · " + facts.From;
            row[Absence.Fields.WorkerId] = new EntityReference(Tables.Worker, WorkerId(facts.Hrid));
            row[Absence.Fields.Kind] = Choice.Of(facts.Kind);
            row[Absence.Fields.From] = facts.From.Midnight;
        }

        row[Absence.Fields.Until] = facts.Until?.Midnight;
        row[Absence.Fields.Share] = facts.Share;
        return row;
    }

    // an amount is nothing without its currency: whichever of the two changes, both are written
    private Entity Whole(Entity row, string amount, string currency, decimal? salary, string code)
    {
        if (salary is null || (!row.Contains(amount) && !row.Contains(currency))) return row;

        row[amount] = Amount(salary);
        row[currency] = CurrencyOf(code);
        return row;
    }

    private EntityReference JobOf(string code)
    {
        if (!jobs.TryGetValue(code, out var id)) jobs[code] = id = rows.JobId(code) ?? Ship(code);
        return new EntityReference(Tables.Job, id);
    }

    private Guid Ship(string code)
    {
        var job = ShippedJobs.Find(code) ?? throw new InvalidOperationException("No job " + code);
        return service.Create(new Entity(Tables.Job, IdOf(Tables.Job, code))
        {
            [Job.Fields.Code] = job.Code,
            [Job.Fields.Name] = job.English,
            [Job.Fields.NameSpanish] = job.Spanish,
            [Job.Fields.CustomerFacing] = job.FacesCustomers,
            [Job.Fields.ManagesCustomers] = job.ManagesCustomers,
            [Job.Fields.Collects] = job.Collects,
        });
    }

    private EntityReference? ManagerOf(string hrid) => hrid.Length == 0 ? null : new EntityReference(Tables.Worker, WorkerId(hrid));

    private EntityReference? CurrencyOf(string code) => code.Length == 0 || rows.CurrencyId(code) is not { } id ? null : new EntityReference("transactioncurrency", id);

    private static Money? Amount(decimal? salary) => salary is { } value ? new Money(value) : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static Guid IdOf(string table, string key) => ComponentId.Of(table, key.ToUpperInvariant());
}
