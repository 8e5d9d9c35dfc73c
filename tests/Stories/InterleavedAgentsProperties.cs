using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Concurrency;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Xrm.Sdk;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Any number of agents who plan contacts with one customer, their requests interleaved at random, out of the managed zip.</summary>
public sealed class InterleavedAgentsProperties
{
    private const int Agents = 4;

    [Property(MaxTest = 6, Arbitrary = [typeof(Schedules)])]
    public bool No_day_holds_more_than_one_contact_however_the_agents_requests_are_interleaved(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        using var tenant = new Tenant();
        var sessions = schedule.Hours
            .Select((hour, agent) => tenant.Dataverse.Sessions.Start("agent " + agent, service => service.Create(tenant.Call(Bogota(23 + (hour / 24), hour % 24, 0)))))
            .ToArray();
        foreach (var turn in schedule.Turns)
        {
            var ready = sessions.Where(session => session.State == SessionState.Ready).ToList();
            if (ready.Count == 0) break;
            ready[turn % ready.Count].Step();
        }

        foreach (var session in sessions.Where(session => session.State == SessionState.Ready)) session.RunToEnd();
        while (sessions.FirstOrDefault(session => session.State == SessionState.Ready) is { } left) left.RunToEnd();

        return sessions.All(session => session.State is SessionState.Done or SessionState.Failed)
            && Live(tenant).GroupBy(at => at.AddHours(-5).Date).All(day => day.Count() == 1);
    }

    private static IEnumerable<DateTime> Live(Tenant tenant) =>
        tenant.Attempts().Where(attempt => attempt.Contains("crmx_slot")).Select(attempt => attempt.GetAttributeValue<DateTime>("crmx_at"));

    /// <summary>When each agent wants to call, in hours from Monday's midnight, and whose request goes next.</summary>
    public sealed record Schedule(IReadOnlyList<int> Hours, IReadOnlyList<int> Turns);

    /// <summary>Draws schedules.</summary>
    public static class Schedules
    {
        public static Arbitrary<Schedule> Schedule() => Arb.From(
            from hours in Gen.ArrayOf(Gen.Choose(10, 70), Agents)
            from turns in Gen.ArrayOf(Gen.Choose(0, Agents - 1), 40)
            select new Schedule(hours, turns));
    }
}
