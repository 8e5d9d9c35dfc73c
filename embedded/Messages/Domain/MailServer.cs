using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>What is behind server-side synchronization: e-mails that are pending go out when it is told to deliver.</summary>
public sealed class MailServer
{
    private readonly EmbeddedDataverse organization;

    internal MailServer(EmbeddedDataverse organization) => this.organization = organization;

    /// <summary>Ids of the e-mails that wait to go out.</summary>
    public IReadOnlyList<Guid> Pending
    {
        get
        {
            lock (organization.Database.Gate)
            {
                return [.. organization.Database.Committed.All("email").Where(row => row["statuscode"] is SendEmailMessage.PendingSend).Select(row => row.Id)];
            }
        }
    }

    /// <summary>Delivers all pending e-mails: they are Sent, with the present as their time.</summary>
    /// <returns>How many.</returns>
    public int Deliver()
    {
        var pending = Pending;
        foreach (var id in pending)
        {
            organization.AsSystem(new UpdateRequest
            {
                Target = new Entity("email", id)
                {
                    ["statecode"] = new OptionSetValue(SendEmailMessage.Completed),
                    ["statuscode"] = new OptionSetValue(SendEmailMessage.Sent),
                    ["actualend"] = organization.Clock.WholeSeconds,
                },
            });
        }
        return pending.Count;
    }
}
