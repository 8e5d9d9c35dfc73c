using System;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>When a customer may be called about a matter of service.</summary>
internal static class CallHour
{
    /// <summary>Now where that is allowed, else the next hour that is; null: none is known.</summary>
    public static DateTime? Of(Execution execution, Guid customer, EntityReference? obligation)
    {
        var now = execution.Clock.UtcNow;
        var facts = new ContactFacts
        {
            Table = "",
            ActivityId = Guid.Empty,
            IsNew = true,
            Channel = Channel.PhoneCall,
            Purpose = Purpose.Service,
            Outgoing = true,
            State = ActivityState.Open,
            AtUtc = now,
            Customer = customer,
            Obligation = obligation,
        };
        var judge = new ContactJudge(new Queries(execution.AsSystem), CourtesyConfiguration.Read(execution), now, execution.Trace);
        var judgement = judge.Judge(facts, ContactPhase.Planned, explicitTime: false);
        return judgement is null ? now : judgement.Customers.Single().Verdict is { Allowed: true } ? now : judgement.Customers.Single().Verdict.NextAllowedAtUtc;
    }
}
