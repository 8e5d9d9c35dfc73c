using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>The roster as the tenant has it, by the words of HR's file. A request for each table, and one for each 5,000 rows.</summary>
internal sealed class RosterRows
{
    private const int MostNames = 500;
    private const string Iso = "isocurrencycode";
    private const string Currency = "transactioncurrency";
    private const string DomainName = "domainname";
    private const string MailAddress = "internalemailaddress";

    private readonly IOrganizationService service;
    private readonly Dictionary<Guid, string> jobCodes = [];
    private readonly Dictionary<Guid, string> hrids = [];
    private readonly Dictionary<Guid, string> userNames = [];
    private readonly Dictionary<Guid, string> currencyCodes = [];
    private readonly Dictionary<string, Guid> ids = new(StringComparer.OrdinalIgnoreCase);

    public RosterRows(IOrganizationService service, RosterFile file)
    {
        this.service = service;
        var jobs = ReadJobs();
        foreach (var row in Read(Currency, Iso)) currencyCodes[row.Id] = row.GetAttributeValue<string>(Iso) ?? "";
        var users = ReadUsers(file);
        var workers = Read(
            Tables.Worker, Worker.Fields.HrId, Worker.Fields.Name, Worker.Fields.Email, Worker.Fields.UserId, Worker.Fields.JobId, Worker.Fields.ManagerId, Worker.Fields.BaseSalary,
            Worker.Fields.TransactionCurrencyId, Worker.Fields.Country, Worker.Fields.From, Worker.Fields.Until);
        foreach (var row in workers) hrids[row.Id] = row.GetAttributeValue<string>(Worker.Fields.HrId) ?? "";
        ReadNamesOf(workers);
        State = new RosterState
        {
            Jobs = jobs,
            Users = users,
            Currencies = new HashSet<string>(currencyCodes.Values, StringComparer.OrdinalIgnoreCase),
            Workers = workers.Where(row => hrids[row.Id].Length > 0).ToDictionary(row => hrids[row.Id], WorkerOf, StringComparer.OrdinalIgnoreCase),
            Employments = Read(
                Tables.Employment, Employment.Fields.WorkerId, Employment.Fields.From, Employment.Fields.Until, Employment.Fields.JobId, Employment.Fields.ManagerId,
                Employment.Fields.BaseSalary, Employment.Fields.TransactionCurrencyId).Select(EmploymentOf).OfType<EmploymentFacts>().ToLookup(row => row.Hrid, StringComparer.OrdinalIgnoreCase),
            Absences = ReadAbsences(file).ToLookup(row => row.Hrid, StringComparer.OrdinalIgnoreCase),
        };
    }

    public RosterState State { get; }

    public Guid? WorkerId(string hrid) => Key(hrids, hrid);

    public Guid EmploymentId(EmploymentFacts facts) => ids[KeyOf(facts)];

    public Guid AbsenceId(AbsenceFacts facts) => ids[KeyOf(facts)];

    public Guid? JobId(string code) => Key(jobCodes, code);

    public Guid? UserId(string name) => Key(userNames, name);

    public Guid? CurrencyId(string code) => Key(currencyCodes, code);

    private Dictionary<string, string> ReadJobs()
    {
        var names = ShippedJobs.ByName();
        foreach (var row in Read(Tables.Job, Job.Fields.Code, Job.Fields.Name, Job.Fields.NameSpanish))
        {
            var code = row.GetAttributeValue<string>(Job.Fields.Code) ?? "";
            jobCodes[row.Id] = code;
            foreach (var name in new[] { row.GetAttributeValue<string>(Job.Fields.Name), row.GetAttributeValue<string>(Job.Fields.NameSpanish), code }.OfType<string>())
            {
                if (name.Trim().Length > 0) names[name.Trim().ToUpperInvariant()] = code;
            }
        }

        return names;
    }

    // only those that the file names: a tenant has more users than HR has people
    private Dictionary<string, string> ReadUsers(RosterFile file)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var asked = file.People.Select(row => row.User).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var start = 0; start < asked.Count; start += MostNames)
        {
            var names = asked.Skip(start).Take(MostNames).Cast<object>().ToArray();
            var query = new QueryExpression(Tables.SystemUser) { ColumnSet = new ColumnSet(DomainName, MailAddress) };
            query.Criteria.AddCondition("isdisabled", ConditionOperator.Equal, false);
            var either = query.Criteria.AddFilter(LogicalOperator.Or);
            either.AddCondition(DomainName, ConditionOperator.In, names);
            either.AddCondition(MailAddress, ConditionOperator.In, names);
            foreach (var row in AllRows.Of(service, query)) Know(row, known);
        }

        return known;
    }

    // the users whom the roster has already, also those who are disabled by now
    private void ReadNamesOf(IReadOnlyList<Entity> workers)
    {
        var missing = workers.Select(row => row.GetAttributeValue<EntityReference>(Worker.Fields.UserId)?.Id).OfType<Guid>().Where(id => !userNames.ContainsKey(id)).Distinct().ToList();
        for (var start = 0; start < missing.Count; start += MostNames)
        {
            var query = new QueryExpression(Tables.SystemUser) { ColumnSet = new ColumnSet(DomainName, MailAddress) };
            query.Criteria.AddCondition("systemuserid", ConditionOperator.In, missing.Skip(start).Take(MostNames).Cast<object>().ToArray());
            foreach (var row in AllRows.Of(service, query)) Know(row, []);
        }
    }

    private void Know(Entity user, Dictionary<string, string> known)
    {
        var names = new[] { user.GetAttributeValue<string>(DomainName), user.GetAttributeValue<string>(MailAddress) }.OfType<string>().Where(name => name.Length > 0).ToList();
        userNames[user.Id] = names.FirstOrDefault() ?? user.Id.ToString("D");
        foreach (var name in names) known[name.ToUpperInvariant()] = userNames[user.Id];
    }

    private IEnumerable<AbsenceFacts> ReadAbsences(RosterFile file)
    {
        var away = new HashSet<string>(file.Absences.Select(row => row.Absence.Hrid), StringComparer.OrdinalIgnoreCase);
        if (away.Count == 0) yield break;

        foreach (var row in Read(Tables.Absence, Absence.Fields.WorkerId, Absence.Fields.Kind, Absence.Fields.From, Absence.Fields.Until, Absence.Fields.Share))
        {
            if (HridOf(row, Absence.Fields.WorkerId) is not { Length: > 0 } hrid || !away.Contains(hrid)) continue;
            if (Day(row, Absence.Fields.From) is not { } from || Choice.Read<RosterAbsence>(row.GetAttributeValue<OptionSetValue>(Absence.Fields.Kind)) is not { } kind) continue;
            var absence = new AbsenceFacts(hrid, kind, from) { Until = Day(row, Absence.Fields.Until), Share = row.GetAttributeValue<int?>(Absence.Fields.Share) ?? 100 };
            ids[KeyOf(absence)] = row.Id;
            yield return absence;
        }
    }

    private WorkerFacts WorkerOf(Entity row) => new(hrids[row.Id])
    {
        Name = row.GetAttributeValue<string>(Worker.Fields.Name) ?? "",
        Email = row.GetAttributeValue<string>(Worker.Fields.Email) ?? "",
        User = Name(userNames, row, Worker.Fields.UserId),
        Job = Name(jobCodes, row, Worker.Fields.JobId),
        Manager = HridOf(row, Worker.Fields.ManagerId),
        Salary = row.GetAttributeValue<Money>(Worker.Fields.BaseSalary)?.Value,
        Currency = row.Contains(Worker.Fields.BaseSalary) ? Name(currencyCodes, row, Worker.Fields.TransactionCurrencyId) : "",
        Country = row.GetAttributeValue<string>(Worker.Fields.Country) ?? "",
        From = Day(row, Worker.Fields.From),
        Until = Day(row, Worker.Fields.Until),
    };

    private EmploymentFacts? EmploymentOf(Entity row)
    {
        if (HridOf(row, Employment.Fields.WorkerId) is not { Length: > 0 } hrid || Day(row, Employment.Fields.From) is not { } from) return null;

        var employment = new EmploymentFacts(hrid, from)
        {
            Until = Day(row, Employment.Fields.Until),
            Job = Name(jobCodes, row, Employment.Fields.JobId),
            Manager = HridOf(row, Employment.Fields.ManagerId),
            Salary = row.GetAttributeValue<Money>(Employment.Fields.BaseSalary)?.Value,
            Currency = row.Contains(Employment.Fields.BaseSalary) ? Name(currencyCodes, row, Employment.Fields.TransactionCurrencyId) : "",
        };
        ids[KeyOf(employment)] = row.Id;
        return employment;
    }

    private static string KeyOf(EmploymentFacts facts) => facts.Hrid + "|" + facts.From;

    private static string KeyOf(AbsenceFacts facts) => facts.Hrid + "|" + facts.Kind + "|" + facts.From;

    private List<Entity> Read(string table, params string[] columns) => [.. AllRows.Of(service, new QueryExpression(table) { ColumnSet = new ColumnSet(columns) })];

    private string HridOf(Entity row, string column) => Name(hrids, row, column);

    private static string Name(Dictionary<Guid, string> names, Entity row, string column) =>
        row.GetAttributeValue<EntityReference>(column) is { } reference && names.TryGetValue(reference.Id, out var name) ? name : "";

    private static CalendarDate? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;

    private static Guid? Key(Dictionary<Guid, string> names, string name)
    {
        foreach (var pair in names)
        {
            if (string.Equals(pair.Value, name, StringComparison.OrdinalIgnoreCase)) return pair.Key;
        }

        return null;
    }
}
