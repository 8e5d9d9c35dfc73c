using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Embedded.Jobs;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A customer with a row in every table that looks up customers, and a way to see what became of them.</summary>
internal sealed class Person
{
    private readonly Tenant tenant;
    private readonly List<EntityReference> rows = [];

    public Person(Tenant tenant, string first, string last, Guid? obligation = null)
    {
        this.tenant = tenant;
        Name = first + " " + last;
        Mail = first + "." + last + "@example.com";
        Id = tenant.Service.Create(new Entity("crmx_customer") { ["crmx_name"] = Name, ["crmx_country"] = "CO", ["crmx_email"] = Mail, ["crmx_phone"] = "+573001234567" });
        rows.Add(new EntityReference("crmx_customer", Id));
        Contact = Add("contact", ("firstname", first), ("lastname", last), ("emailaddress1", Mail));
        Record = Add("crmx_externalrecord", ("crmx_name", Name), ("crmx_fullname", Name), ("crmx_email", Mail), ("crmx_sourceid", Source), ("crmx_externalkey", Mail), ("crmx_externalkeyhash", Guid.NewGuid().ToString("N")), ("crmx_payload", "{\"name\":\"" + Name + "\"}"));
        ContactLink = Link("contact", Contact);
        RecordLink = Link("crmx_externalrecord", Record);
        Call = Add("phonecall", ("subject", "Talk with " + Name), ("description", Name + " called"), ("directioncode", false), ("regardingobjectid", new EntityReference("contact", Contact)));
        Add("letter", ("subject", "To " + Name), ("directioncode", false));
        Add("crmx_message", ("subject", "Hello " + Name), ("regardingobjectid", new EntityReference("crmx_customer", Id)), ("crmx_outgoing", false));
        Fact = Add("crmx_customerfact", ("crmx_name", "Pet of " + Name), ("crmx_topicid", Topic), ("crmx_value", "a dog"), ("crmx_words", Name + " has a dog"), ("crmx_heardinid", Call.ToString()), ("crmx_heardintable", "phonecall"));
        Add("crmx_consent", ("crmx_name", "No calls for " + Name), ("crmx_kind", Choice(3)), ("crmx_channel", Choice(0)));
        Add("crmx_contacthold", ("crmx_name", "Hold " + Name), ("crmx_kind", Choice(3)));
        Add("crmx_travelnotice", ("crmx_name", "Trip of " + Name), ("crmx_countries", "ES"), ("crmx_from", new DateTime(2026, 12, 1)), ("crmx_until", new DateTime(2026, 12, 9)));
        Add("crmx_contactattempt", ("crmx_name", "Attempt " + Name), ("crmx_activityid", Call.ToString()), ("crmx_number", 1));
        Add("crmx_customertransaction", ("crmx_name", "Sale to " + Name), ("crmx_sourceid", Source), ("crmx_reference", Guid.NewGuid().ToString("N")), ("crmx_kind", Choice(0)), ("crmx_on", new DateTime(2026, 11, 2)), ("crmx_amount", new Money(120)), ("crmx_note", "Sold to " + Name));
        Obligation = obligation ?? tenant.AddObligation(Id);
        if (obligation is { } shared) Add("crmx_obligationparty", ("crmx_name", "Guarantor"), ("crmx_obligationid", new EntityReference("crmx_obligation", shared)), ("crmx_role", Choice(2)), ("crmx_maybetold", false));
        rows.AddRange(All("crmx_obligationparty", "crmx_customerid", Id).Select(row => row.ToEntityReference()).Where(row => !rows.Contains(row)));
        Note = tenant.Service.Create(new Entity("annotation") { ["subject"] = "About " + Name, ["notetext"] = Name, ["objectid"] = new EntityReference("contact", Contact) });
    }

    public string Name { get; }

    public string Mail { get; }

    public Guid Id { get; }

    public Guid Contact { get; }

    public Guid Record { get; }

    public Guid ContactLink { get; }

    public Guid RecordLink { get; }

    public Guid Call { get; }

    public Guid Fact { get; }

    public Guid Obligation { get; }

    public Guid Note { get; }

    public IReadOnlyList<EntityReference> Rows => rows;

    private EntityReference Source => Once("crmx_source", "crmx_code", "feed");

    private EntityReference Topic => Once("crmx_topic", "crmx_code", "pets");

    /// <summary>The customer that a row names.</summary>
    public Guid? CustomerOf(EntityReference row) => tenant.Service.Retrieve(row.LogicalName, row.Id, new ColumnSet("crmx_customerid")).GetAttributeValue<EntityReference>("crmx_customerid")?.Id;

    /// <summary>Every column of every row, but for who wrote it last and when.</summary>
    public string Snapshot() => string.Join("\n", rows.Select(row => Line(tenant.Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(true)))));

    public IEnumerable<Entity> All(string table, string column, Guid value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return tenant.Service.RetrieveMultiple(query).Entities;
    }

    public Guid Add(string table, params (string Column, object Value)[] columns)
    {
        var row = new Entity(table) { ["crmx_customerid"] = new EntityReference("crmx_customer", Id) };
        foreach (var (column, value) in columns) row[column] = value;
        var id = tenant.Service.Create(row);
        rows.Add(new EntityReference(table, id));
        return id;
    }

    private Guid Link(string table, Guid record) => Add(
        "crmx_sourcelink", ("crmx_name", Name), ("crmx_recordtable", table), ("crmx_recordid", record.ToString()), ("crmx_sourceid", Source), ("crmx_identity", Identity()));

    private string Identity() => NormalRecordJson.Write(
        Normaliser.Normalise(new IdentityRecord { FullName = Name, Email = Mail }, "CO"));

    private EntityReference Once(string table, string column, string value)
    {
        var query = new QueryExpression(table);
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return tenant.Service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference()
            ?? new EntityReference(table, tenant.Service.Create(new Entity(table) { ["crmx_name"] = value, [column] = value }));
    }

    private static string Line(Entity row) => row.LogicalName + " " + row.Id + ": " + string.Join("; ", row.Attributes
        .Where(attribute => attribute.Key is not ("modifiedon" or "modifiedby" or "modifiedonbehalfby" or "versionnumber") && attribute.Value is not EntityCollection)
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => attribute.Key + "=" + Text(attribute.Value)));

    private static string Text(object value) => value switch
    {
        EntityReference reference => reference.LogicalName + ":" + reference.Id,
        OptionSetValue option => option.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Money money => money.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

/// <summary>Carrying operations out in stories: their own jobs alone, so that what other capabilities do in the background does not mix in.</summary>
internal static class OperationJobs
{
    public const string Plugin = "CarryOutOperation";

    /// <summary>Runs what waits.</summary>
    /// <returns>The jobs that failed.</returns>
    public static IReadOnlyList<JobResult> RunOperations(this Tenant tenant)
    {
        var failed = new List<JobResult>();
        while (true)
        {
            tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(Plugin, StringComparison.Ordinal));
            if (tenant.Dataverse.Jobs.RunNext() is not { } result) return failed;
            if (result.Fault is not null) failed.Add(result);
        }
    }

    /// <summary>Lets ten minutes pass and runs what is due, until nothing is.</summary>
    public static void Resume(this Tenant tenant)
    {
        for (var round = 0; round < 5; round++)
        {
            tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(10));
            tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));
            if (tenant.Dataverse.Jobs.Waiting.All(job => !job.PluginType.EndsWith(Plugin, StringComparison.Ordinal))) return;
            tenant.RunOperations();
        }
    }

    public static Guid Join(this Tenant tenant, Guid customer, Guid other) => (Guid)tenant.Service.Execute(new OrganizationRequest("crmx_JoinCustomers")
    {
        ["CustomerId"] = customer, ["OtherId"] = other, ["Reason"] = "The same person",
    }).Results["OperationId"];

    public static Guid Undo(this Tenant tenant, Guid operation) => (Guid)tenant.Service.Execute(new OrganizationRequest("crmx_UndoOperation") { ["OperationId"] = operation }).Results["UndoingId"];

    /// <summary>The status reason of an operation.</summary>
    public static int StatusOf(this Tenant tenant, Guid operation) => tenant.Read("crmx_identityoperation", operation, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value;
}
