using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Qualifies a lead: makes the account, contact and opportunity that are asked for, each pointing back at the lead, and closes the lead as qualified.</summary>
internal sealed class QualifyLeadMessage : IMessageHandler
{
    private static readonly (string From, string To)[] AccountColumns =
    [
        ("companyname", "name"), ("telephone1", "telephone1"), ("websiteurl", "websiteurl"), ("address1_line1", "address1_line1"),
        ("address1_city", "address1_city"), ("address1_stateorprovince", "address1_stateorprovince"), ("address1_postalcode", "address1_postalcode"),
        ("address1_country", "address1_country"), ("donotphone", "donotphone"), ("donotemail", "donotemail"), ("donotpostalmail", "donotpostalmail"),
    ];

    private static readonly (string From, string To)[] ContactColumns =
    [
        ("firstname", "firstname"), ("lastname", "lastname"), ("jobtitle", "jobtitle"), ("emailaddress1", "emailaddress1"), ("telephone1", "telephone1"),
        ("mobilephone", "mobilephone"), ("address1_line1", "address1_line1"), ("address1_city", "address1_city"),
        ("address1_stateorprovince", "address1_stateorprovince"), ("address1_postalcode", "address1_postalcode"), ("address1_country", "address1_country"),
        ("donotphone", "donotphone"), ("donotemail", "donotemail"), ("donotbulkemail", "donotbulkemail"), ("donotpostalmail", "donotpostalmail"),
    ];

    public string Message => "QualifyLead";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var lead = request.Required<EntityReference>("LeadId");
        var row = context.Writable("lead", lead.Id);
        if (row["statecode"] is not (null or 0)) throw PlatformFaults.Invalid($"The lead is already closed: 'lead' With Id = {lead.Id}.");
        var created = new EntityReferenceCollection();
        var account = request.Optional<bool>("CreateAccount") ? Make(context, row, "account", AccountColumns, created) : null;
        EntityReference? contact = null;
        if (request.Optional<bool>("CreateContact"))
            contact = Make(context, row, "contact", ContactColumns, created, target => Set(target, "parentcustomerid", account));
        if (request.Optional<bool>("CreateOpportunity"))
        {
            Make(context, row, "opportunity", [("subject", "name"), ("description", "description")], created, target =>
            {
                Set(target, "customerid", request.Optional<EntityReference>("OpportunityCustomerId") ?? account ?? contact);
                Set(target, "transactioncurrencyid", request.Optional<EntityReference>("OpportunityCurrencyId"));
                Set(target, "campaignid", request.Optional<EntityReference>("SourceCampaignId"));
            });
        }
        var status = request.Required<OptionSetValue>("Status").Value;
        context.ExecuteAsPlatform(new UpdateRequest
        {
            Target = new Entity("lead", lead.Id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(status == -1 ? 3 : status) },
        });
        return new QualifyLeadResponse { Results = { ["CreatedEntities"] = created } };
    }

    private static EntityReference Make(
        MessageContext context, Row lead, string table, IEnumerable<(string From, string To)> columns, EntityReferenceCollection created, Action<Entity>? more = null)
    {
        var target = new Entity(table) { ["originatingleadid"] = new EntityReference("lead", lead.Id) };
        foreach (var (from, to) in columns)
        {
            if (lead[from] is { } value && context.TableOf(table).Find(to) is not null) target[to] = value;
        }
        more?.Invoke(target);
        var reference = new EntityReference(table, ((CreateResponse)context.Execute(new CreateRequest { Target = target })).id);
        created.Add(reference);
        return reference;
    }

    private static void Set(Entity target, string column, EntityReference? value)
    {
        if (value is not null) target[column] = value;
    }
}
