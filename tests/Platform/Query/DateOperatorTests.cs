using System;
using System.Globalization;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class DateOperatorTests : IDisposable
{
    private const int Bogota = 45;
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    // the clock stands at Thursday 2026-11-19 02:00 UTC, which is Wednesday the 18th, 21:00, in Bogotá
    [Theory]
    [InlineData(ConditionOperator.Today, null, "2026-11-18T05:00", true)]
    [InlineData(ConditionOperator.Today, null, "2026-11-19T04:59", true)]
    [InlineData(ConditionOperator.Today, null, "2026-11-19T05:00", false)]
    [InlineData(ConditionOperator.Today, null, "2026-11-18T04:59", false)]
    [InlineData(ConditionOperator.Yesterday, null, "2026-11-18T04:59", true)]
    [InlineData(ConditionOperator.Tomorrow, null, "2026-11-19T05:00", true)]
    [InlineData(ConditionOperator.ThisWeek, null, "2026-11-15T05:00", true)]
    [InlineData(ConditionOperator.ThisWeek, null, "2026-11-15T04:59", false)]
    [InlineData(ConditionOperator.LastWeek, null, "2026-11-15T04:59", true)]
    [InlineData(ConditionOperator.NextWeek, null, "2026-11-22T05:00", true)]
    [InlineData(ConditionOperator.ThisMonth, null, "2026-11-01T05:00", true)]
    [InlineData(ConditionOperator.LastMonth, null, "2026-11-01T04:59", true)]
    [InlineData(ConditionOperator.NextMonth, null, "2026-12-31T12:00", true)]
    [InlineData(ConditionOperator.ThisYear, null, "2026-01-01T04:59", false)]
    [InlineData(ConditionOperator.LastYear, null, "2026-01-01T04:59", true)]
    [InlineData(ConditionOperator.NextYear, null, "2027-06-01T00:00", true)]
    [InlineData(ConditionOperator.Last7Days, null, "2026-11-11T05:00", true)]
    [InlineData(ConditionOperator.Last7Days, null, "2026-11-11T04:59", false)]
    [InlineData(ConditionOperator.Next7Days, null, "2026-11-26T04:59", true)]
    [InlineData(ConditionOperator.LastXHours, 2, "2026-11-19T00:00", true)]
    [InlineData(ConditionOperator.LastXHours, 2, "2026-11-18T23:59", false)]
    [InlineData(ConditionOperator.NextXHours, 2, "2026-11-19T04:00", true)]
    [InlineData(ConditionOperator.LastXDays, 1, "2026-11-17T05:00", true)]
    [InlineData(ConditionOperator.LastXDays, 1, "2026-11-17T04:59", false)]
    [InlineData(ConditionOperator.LastXDays, 1, "2026-11-19T02:01", false)]
    [InlineData(ConditionOperator.NextXDays, 1, "2026-11-20T04:59", true)]
    [InlineData(ConditionOperator.NextXDays, 1, "2026-11-20T05:00", false)]
    [InlineData(ConditionOperator.LastXWeeks, 1, "2026-11-11T05:00", true)]
    [InlineData(ConditionOperator.NextXMonths, 1, "2026-12-19T04:59", true)]
    [InlineData(ConditionOperator.LastXYears, 1, "2025-11-18T04:59", false)]
    [InlineData(ConditionOperator.OlderThanXMonths, 1, "2026-10-18T04:59", true)]
    [InlineData(ConditionOperator.OlderThanXMonths, 1, "2026-10-18T05:00", false)]
    [InlineData(ConditionOperator.OlderThanXMinutes, 30, "2026-11-19T01:29", true)]
    [InlineData(ConditionOperator.OlderThanXMinutes, 30, "2026-11-19T01:31", false)]
    public void Periods_follow_the_callers_own_calendar(ConditionOperator condition, int? number, string placed, bool found)
    {
        var user = Bogotan();
        shop.AddOrder("order", null, ("test_placedon", Utc(placed)));
        var expression = number is { } given ? new ConditionExpression("test_placedon", condition, given) : new ConditionExpression("test_placedon", condition);
        Assert.Equal(found ? "order" : "", shop.Orders(expression, user));
    }

    [Theory]
    [InlineData(ConditionOperator.On, "2026-11-18", "2026-11-19T04:59", true)]
    [InlineData(ConditionOperator.On, "2026-11-19", "2026-11-19T04:59", false)]
    [InlineData(ConditionOperator.NotOn, "2026-11-19", "2026-11-19T04:59", true)]
    [InlineData(ConditionOperator.OnOrBefore, "2026-11-18", "2026-11-19T04:59", true)]
    [InlineData(ConditionOperator.OnOrBefore, "2026-11-18", "2026-11-19T05:00", false)]
    [InlineData(ConditionOperator.OnOrAfter, "2026-11-19", "2026-11-19T05:00", true)]
    [InlineData(ConditionOperator.OnOrAfter, "2026-11-19", "2026-11-19T04:59", false)]
    public void A_day_is_the_callers_day(ConditionOperator condition, string day, string placed, bool found)
    {
        var user = Bogotan();
        shop.AddOrder("order", null, ("test_placedon", Utc(placed)));
        var given = DateTime.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(found ? "order" : "", shop.Orders(new ConditionExpression("test_placedon", condition, given), user));
    }

    [Fact]
    public void Date_only_columns_are_compared_with_the_callers_today_and_never_shifted()
    {
        var user = Bogotan();
        shop.AddOrder("due", null, ("test_due", new DateTime(2026, 11, 18)));
        shop.AddOrder("later", null, ("test_due", new DateTime(2026, 11, 19)));
        Assert.Equal("due", shop.Orders(new ConditionExpression("test_due", ConditionOperator.Today), user));
        Assert.Equal("later", shop.Orders(new ConditionExpression("test_due", ConditionOperator.Today)));
        Assert.Equal("due", shop.Orders(new ConditionExpression("test_due", ConditionOperator.On, new DateTime(2026, 11, 18)), user));
        Assert.Equal("later", shop.Orders(new ConditionExpression("test_due", ConditionOperator.Tomorrow), user));
    }

    private Guid Bogotan()
    {
        shop.Organization.Clock.UtcNow = Utc("2026-11-19T02:00");
        var user = shop.AddUser(null, ("prvReadtest_Order", Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global));
        using var transaction = shop.Organization.Database.Begin();
        var table = shop.Organization.Catalog.Find("usersettings")!;
        transaction.Insert(new Embedded.Storage.Row(table, user, shop.Organization.Database.NextVersion(), new() { [table.PrimaryId] = user, ["timezonecode"] = Bogota, ["uilanguageid"] = 3082 }));
        transaction.Commit();
        return user;
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
