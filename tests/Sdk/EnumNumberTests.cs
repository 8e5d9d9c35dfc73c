using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Sdk;

/// <summary>The compiler bakes an enum's number into what is built: the numbers must be the platform's. Source: the reference on learn.microsoft.com.</summary>
public class EnumNumberTests
{
    [Theory]
    [InlineData(ConditionOperator.Equal, 0)]
    [InlineData(ConditionOperator.NotEqual, 1)]
    [InlineData(ConditionOperator.GreaterThan, 2)]
    [InlineData(ConditionOperator.LessThan, 3)]
    [InlineData(ConditionOperator.GreaterEqual, 4)]
    [InlineData(ConditionOperator.LessEqual, 5)]
    [InlineData(ConditionOperator.Like, 6)]
    [InlineData(ConditionOperator.In, 8)]
    [InlineData(ConditionOperator.Between, 10)]
    [InlineData(ConditionOperator.Null, 12)]
    [InlineData(ConditionOperator.NotNull, 13)]
    [InlineData(ConditionOperator.Today, 15)]
    [InlineData(ConditionOperator.On, 25)]
    [InlineData(ConditionOperator.OnOrBefore, 26)]
    [InlineData(ConditionOperator.OnOrAfter, 27)]
    [InlineData(ConditionOperator.LastXDays, 33)]
    [InlineData(ConditionOperator.NextXDays, 34)]
    [InlineData(ConditionOperator.EqualUserId, 41)]
    [InlineData(ConditionOperator.EqualBusinessId, 43)]
    [InlineData(ConditionOperator.Contains, 49)]
    [InlineData(ConditionOperator.NotOn, 52)]
    [InlineData(ConditionOperator.OlderThanXMonths, 53)]
    [InlineData(ConditionOperator.BeginsWith, 54)]
    [InlineData(ConditionOperator.EndsWith, 56)]
    [InlineData(ConditionOperator.EqualUserTeams, 73)]
    [InlineData(ConditionOperator.Under, 75)]
    [InlineData(ConditionOperator.AboveOrEqual, 79)]
    [InlineData(ConditionOperator.OlderThanXDays, 84)]
    [InlineData(ConditionOperator.ContainValues, 87)]
    [InlineData(ConditionOperator.DoesNotContainValues, 88)]
    [InlineData(JoinOperator.LeftOuter, 1)]
    [InlineData(JoinOperator.Exists, 5)]
    [InlineData(JoinOperator.NotAll, 9)]
    [InlineData(LogicalOperator.Or, 1)]
    [InlineData(OrderType.Descending, 1)]
    [InlineData(XrmAggregateType.Sum, 3)]
    [InlineData(XrmAggregateType.Max, 6)]
    [InlineData(XrmDateTimeGrouping.FiscalYear, 7)]
    [InlineData(EntityRole.Referencing, 0)]
    [InlineData(EntityRole.Referenced, 1)]
    [InlineData(EntityState.Changed, 2)]
    [InlineData(ConcurrencyBehavior.IfRowVersionMatches, 1)]
    [InlineData(OperationStatus.Canceled, 1)]
    [InlineData(OperationStatus.Succeeded, 4)]
    [InlineData(PluginHttpStatusCode.TooManyRequests, 429)]
    [InlineData(AccessRights.AppendToAccess, 16)]
    [InlineData(AccessRights.DeleteAccess, 65536)]
    [InlineData(AccessRights.ShareAccess, 262144)]
    [InlineData(AccessRights.AssignAccess, 524288)]
    [InlineData(PrivilegeDepth.Global, 3)]
    public void A_member_has_the_number_that_the_platform_gives_it(Enum member, int number) =>
        Assert.Equal(number, Convert.ToInt32(member, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Condition_operators_have_no_gap() => Assert.Equal(90, Enum.GetValues<ConditionOperator>().Length);
}
