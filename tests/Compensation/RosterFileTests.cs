using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>HR's file: what is wrong is named by line and column, the rest is understood.</summary>
public sealed class RosterFileTests
{
    private const string Heading = "hrid,name,email,user,job,manager,salary,currency,country,from,until,absence,share";

    [Theory]
    [InlineData("A1,Ana,,,nojob,,,,,2026-01-01,,,", "job", "JobUnknown")]
    [InlineData("A1,Ana,,,agent,,many,MXN,,2026-01-01,,,", "salary", "SalaryWrong")]
    [InlineData("A1,Ana,,,agent,,\"1,234\",MXN,,2026-01-01,,,", "salary", "SalaryWrong")]
    [InlineData("A1,Ana,,,agent,,-1,MXN,,2026-01-01,,,", "salary", "SalaryWrong")]
    [InlineData("A1,Ana,,,agent,,1.234,MXN,,2026-01-01,,,", "salary", "SalaryWrong")]
    [InlineData("A1,Ana,,,agent,,100,,,2026-01-01,,,", "currency", "CurrencyMissing")]
    [InlineData("A1,Ana,,,agent,,100,PESO,,2026-01-01,,,", "currency", "CurrencyWrong")]
    [InlineData("A1,Ana,,,agent,,,,Mexico,2026-01-01,,,", "country", "CountryWrong")]
    [InlineData("A1,Ana,,,agent,,,,,01/02/2026,,,", "from", "DayWrong")]
    [InlineData("A1,Ana,,,agent,,,,,2026-02-30,,,", "from", "DayWrong")]
    [InlineData("A1,Ana,,,agent,,,,,,,,", "from", "Missing")]
    [InlineData("A1,Ana,,,agent,,,,,2026-02-01,2026-01-31,,", "until", "UntilBeforeFrom")]
    [InlineData("A1,Ana,ana at home,,agent,,,,,2026-01-01,,,", "email", "EmailWrong")]
    [InlineData("A1,Ana,,,agent,A1,,,,2026-01-01,,,", "manager", "ManagerSelf")]
    [InlineData("A1,Ana,,,agent,Z9,,,,2026-01-01,,,", "manager", "ManagerUnknown")]
    [InlineData("B0,,,,,,,,,2026-01-01,,holiday,", "absence", "AbsenceUnknown")]
    [InlineData("B0,,,,,,,,,2026-01-01,,sick,0", "share", "ShareWrong")]
    [InlineData("Z9,,,,,,,,,2026-01-01,,sick,", "hrid", "PersonUnknown")]
    public void A_wrong_row_is_named_by_line_and_column_and_the_rest_goes_in(string wrong, string column, string code)
    {
        var plan = Plan(Heading, "B0,Berta,,,supervisor,,,,,2026-01-01,,,", wrong, "B1,Bruno,,,agent,B0,,,,2026-01-01,,,");

        var finding = Assert.Single(plan.Findings);
        Assert.Equal(3, finding.Line);
        Assert.Equal(column, finding.Column);
        Assert.Equal(code, finding.Code);
        Assert.Equal(Heading.Split(',').ToList().IndexOf(column) + 1, finding.Ordinal);
        Assert.Equal(["B0", "B1"], plan.Workers.Select(worker => worker.Hrid));
        Assert.NotEqual(RosterTexts.Of(finding, Language.English), RosterTexts.Of(finding, Language.Spanish));
    }

    [Fact]
    public void The_same_file_twice_changes_nothing()
    {
        string[] lines =
        [
            Heading, "A1,Ana,ana@x.mx,X\\ana,customermanager,B0,1000.50,MXN,MX,2025-01-01,,,", "A1,Ana María,ana@x.mx,X\\ana,Supervisor,B0,2000,MXN,MX,2026-03-01,,,",
            "B0,Berta,,,clerk,,,,,2024-01-01,,,", "A1,,,,,,,,,2026-05-01,2026-05-09,vacation,", "A1,,,,,,,,,2026-06-01,,sick,50",
        ];
        var first = Plan(lines);

        var second = RosterReconciliation.Make(RosterFile.Read(string.Join("\r\n", lines)), RosterState.Of(first, State()), Today);

        Assert.Empty(first.Findings);
        Assert.Equal(7, first.Changes.Count);
        Assert.Empty(second.Changes);
    }

    [Fact]
    public void An_employment_ends_the_day_before_the_next_begins_and_the_one_in_force_is_shown()
    {
        var plan = Plan(Heading, "A1,Ana,,,productmanager,,,,,2025-01-01,,,", "A1,Ana,,,customermanager,,,,,2026-07-01,,,", "A1,Ana,,,supervisor,,,,,2027-01-01,,,");

        Assert.Equal(["2026-06-30", "2026-12-31", null], plan.Employments.Select(row => row.Until?.ToString()));
        var ana = Assert.Single(plan.Workers);
        Assert.Equal("customermanager", ana.Job);
        Assert.Equal("2025-01-01", ana.From.ToString());
        Assert.Null(ana.Until);
    }

    [Fact]
    public void A_new_row_cuts_the_employment_that_is_known_and_writes_no_more_than_that()
    {
        var known = RosterState.Of(Plan(Heading, "A1,Ana,,,productmanager,,,,,2025-01-01,,,", "B0,Berta,,,clerk,,,,,2024-01-01,,,"), State());

        var plan = RosterReconciliation.Make(RosterFile.Read(Heading + "\nA1,Ana,,,customermanager,,,,,2026-07-01,,,"), known, Today);

        Assert.Equal(
            ["Person A1 : job", "Employment A1 2025-01-01: until", "Employment A1 2026-07-01: job"],
            plan.Changes.Select(change => $"{change.Subject} {change.Hrid} {change.Key}: {string.Join(",", change.Columns)}"));
    }

    [Fact]
    public void Rows_that_overlap_or_say_the_same_day_twice_are_refused_with_the_other_line()
    {
        var plan = Plan(Heading, "A1,Ana,,,agent,,,,,2026-01-01,2026-08-31,,", "A1,Ana,,,clerk,,,,,2026-08-31,,,", "B1,Bo,,,agent,,,,,2026-01-01,,,", "b1,Bo,,,clerk,,,,,2026-01-01,,,");

        Assert.Equal(["3 from Overlaps 2", "5 from RowTwice 4"], plan.Findings.Select(finding => $"{finding.Line} {finding.Column} {finding.Code} {finding.Facts.Last()}"));
        Assert.Equal("2026-08-31", plan.Employments.First(row => row.Hrid == "A1").Until.ToString());
    }

    [Fact]
    public void A_circle_of_managers_is_refused_and_who_hangs_on_it_goes_in_with_a_remark()
    {
        var plan = Plan(Heading, "A1,Ana,,,agent,A2,,,,2026-01-01,,,", "A2,Bo,,,agent,A3,,,,2026-01-01,,,", "A3,Cy,,,agent,A1,,,,2026-01-01,,,", "A4,Di,,,agent,A1,,,,2026-01-01,,,");

        Assert.Equal(["2 ManagerCycle", "3 ManagerCycle", "4 ManagerCycle", "5 ManagerLeftOut"], plan.Findings.Select(finding => $"{finding.Line} {finding.Code}"));
        Assert.Equal("A1 → A2 → A3 → A1", plan.Findings[0].Facts[0]);
        Assert.Equal("", Assert.Single(plan.Workers).Manager);
    }

    [Fact]
    public void Who_once_managed_whom_he_now_reports_to_is_no_circle()
    {
        var plan = Plan(Heading, "A1,Ana,,,agent,A2,,,,2025-01-01,2025-12-31,,", "A1,Ana,,,agent,,,,,2026-01-01,,,", "A2,Bo,,,agent,,,,,2025-01-01,2025-12-31,,", "A2,Bo,,,agent,A1,,,,2026-01-01,,,");

        Assert.Empty(plan.Findings);
        Assert.Equal("A1", plan.Workers.Single(worker => worker.Hrid == "A2").Manager);
    }

    [Fact]
    public void A_user_belongs_to_one_person_and_an_unknown_user_keeps_nobody_out()
    {
        var plan = Plan(Heading, "A1,Ana,,X\\ana,agent,,,,,2026-01-01,,,", "A2,Bo,,ana@x.mx,agent,,,,,2026-01-01,,,", "A3,Cy,,cy@x.mx,agent,,,,,2026-01-01,,,");

        Assert.Equal(["3 UserTwice", "4 UserUnknown"], plan.Findings.Select(finding => $"{finding.Line} {finding.Code}"));
        Assert.Equal(["A1", "A3"], plan.Workers.Select(worker => worker.Hrid));
    }

    [Fact]
    public void Byte_order_mark_semicolons_decimal_commas_and_quotes_are_understood()
    {
        var plan = Plan("\uFEFFHRID;Name;Job;Salary;Currency;From", "A1;\"Ruiz; \"\"la jefa\"\"\nAna\";Gerente de clientes;1234,5;mxn;2026-01-01");

        Assert.Empty(plan.Findings);
        var ana = Assert.Single(plan.Workers);
        Assert.Equal("Ruiz; \"la jefa\"\nAna", ana.Name);
        Assert.Equal(1234.5m, ana.Salary);
        Assert.Equal("customermanager", ana.Job);
        Assert.Equal("MXN", ana.Currency);
    }

    [Fact]
    public void A_quote_that_is_never_closed_and_a_field_of_a_megabyte_spoil_their_own_line_alone()
    {
        var plan = Plan(
            Heading, "A1,\"Ana,,,agent,,,,,2026-01-01,,,", "A2,Bo,,,agent,,,,,2026-01-01,,,", "A3,\"" + new string('x', 1 << 20) + "\",,,agent,,,,,2026-01-01,,,",
            "A4,Di,,,agent,,,,,2026-01-01,,,", "A5,\"Ed\"uardo,,,agent,,,,,2026-01-01,,,", "A6,Flo,,,agent,,,,,2026-01-01,,,");

        Assert.Equal(["2 QuoteInside", "4 FieldTooLong", "6 QuoteInside"], plan.Findings.Select(finding => $"{finding.Line} {finding.Code}"));
        Assert.Equal(["A2", "A4", "A6"], plan.Workers.Select(worker => worker.Hrid));
        Assert.Equal((6, 3), (plan.Rows, plan.Accepted));
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("name,job,from\nAna,agent,2026-01-01", "ColumnMissing")]
    [InlineData("hrid,name,job,from,job\nA1,Ana,agent,2026-01-01,agent", "ColumnTwice")]
    public void Without_a_usable_heading_nothing_is_read(string text, string code)
    {
        var plan = Plan(text.Split('\n'));

        Assert.Equal(code, Assert.Single(plan.Findings).Code);
        Assert.Empty(plan.Changes);
    }

    private static readonly CalendarDate Today = new(2026, 11, 23);

    private static RosterState State() => new()
    {
        Jobs = ShippedJobs.ByName(),
        Users = new Dictionary<string, string>(StringComparer.Ordinal) { ["X\\ANA"] = "X\\ana", ["ANA@X.MX"] = "X\\ana" },
    };

    private static RosterPlan Plan(params string[] lines) => RosterReconciliation.Make(RosterFile.Read(string.Join("\n", lines)), State(), Today);
}
