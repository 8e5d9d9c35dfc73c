using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Shows the week on the console, observed and enforced side by side.</summary>
internal sealed class DemoScreen(IAnsiConsole console, Texts texts)
{
    private static readonly ContactFate[] Fates =
        [ContactFate.WentOut, ContactFate.WentOutLater, ContactFate.Waiting, ContactFate.Stopped, ContactFate.Breach, ContactFate.NotJudged, ContactFate.Failed];

    private static readonly TextKey[] FateTexts =
        [TextKey.WentOut, TextKey.WentOutLater, TextKey.Waiting, TextKey.Stopped, TextKey.Breaches, TextKey.NotJudged, TextKey.Failed];

    public void Show(DateOnly monday, int customers, WeekReport observed, WeekReport enforced)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(texts.Say(TextKey.Title, monday.ToDateTime(TimeOnly.MinValue), customers, enforced.Total))).LeftJustified());
        console.Write(Outcomes(observed, enforced));
        console.Write(Wrongs(observed));
        console.WriteLine(texts.Say(TextKey.MovedNotLost, Put(enforced, ContactFate.WentOutLater, ContactFate.Waiting), observed.WrongContacts, Put(enforced, ContactFate.Stopped)));
        console.Write(Rules(observed, enforced));
        console.Write(Days(enforced));
        ShowExamples(enforced.Examples);
        console.MarkupLineInterpolated($"[grey]{texts[TextKey.ObserveHint]}[/]");
    }

    /// <summary>How long the two tenants took, from the empty organization to the report.</summary>
    public void ShowTime(TimeSpan elapsed, int contacts) =>
        console.WriteLine(texts.Say(TextKey.Took, elapsed.TotalSeconds, contacts, contacts / elapsed.TotalMinutes));

    public void ShowProblems(string file, IReadOnlyList<RowProblem> problems)
    {
        const int shown = 20;
        foreach (var problem in problems.Take(shown))
            console.WriteLine(texts.Say(TextKey.RowLeftOut, file, problem.Line, problem.Column, texts.Say(problem.What, problem.Values)));
        if (problems.Count > shown) console.WriteLine(texts.Say(TextKey.MoreRows, problems.Count - shown));
        if (problems.Count > 0) console.WriteLine(texts.Say(TextKey.RowsLeftOut, problems.Select(problem => problem.Line).Distinct().Count()));
    }

    private void ShowExamples(IReadOnlyList<string> examples)
    {
        if (examples.Count == 0) return;
        console.WriteLine(texts[TextKey.Example]);
        foreach (var example in examples) console.Write(new Padder(new Text("• " + example.ReplaceLineEndings(" ")), new Padding(2, 0, 0, 0)));
        console.WriteLine();
    }

    private Table Outcomes(WeekReport observed, WeekReport enforced)
    {
        var table = NewTable(TextKey.Outcome, TextKey.Observe, TextKey.Enforce);
        table.AddRow(texts[TextKey.Planned], Number(observed.Total), Number(enforced.Total));
        foreach (var (fate, text) in Fates.Zip(FateTexts))
        {
            var (seen, done) = (observed.ByFate.GetValueOrDefault(fate), enforced.ByFate.GetValueOrDefault(fate));
            if (seen + done > 0) table.AddRow(texts[text], Number(seen), Number(done));
        }

        return table;
    }

    private Table Wrongs(WeekReport observed)
    {
        var table = NewTable(TextKey.Wrong, TextKey.Observe);
        foreach (var wrong in Enum.GetValues<Wrong>()) table.AddRow(texts[Enum.Parse<TextKey>(wrong.ToString())], Number(observed.ByWrong[wrong]));
        return table.AddRow(texts[TextKey.WrongInAnyWay], Number(observed.WrongContacts));
    }

    private Table Rules(WeekReport observed, WeekReport enforced)
    {
        var table = NewTable(TextKey.ByRule, TextKey.Unlawful, TextKey.Untrue, TextKey.Rude, TextKey.Moved, TextKey.Stopped);
        foreach (var rule in observed.Rules.Concat(enforced.Rules).Select(rule => rule.Rule).Distinct())
        {
            var seen = observed.Rules.FirstOrDefault(one => one.Rule == rule);
            var done = enforced.Rules.FirstOrDefault(one => one.Rule == rule);
            table.AddRow(
                Markup.Escape(rule), Number(seen?.Unlawful ?? 0), Number(seen?.Untrue ?? 0), Number(seen?.Rude ?? 0), Number(done?.Moved ?? 0), Number(done?.Stopped ?? 0));
        }

        return table;
    }

    private Table Days(WeekReport enforced)
    {
        var table = NewTable(TextKey.ByDay, TextKey.Planned, TextKey.WentOut, TextKey.Moved, TextKey.Stopped);
        foreach (var (day, fates) in enforced.ByDay.OrderBy(day => day.Key))
        {
            table.AddRow(
                Markup.Escape(day.ToString("dddd d MMMM", texts.Culture)),
                Number(fates.Values.Sum()),
                Number(fates.GetValueOrDefault(ContactFate.WentOut)),
                Number(fates.GetValueOrDefault(ContactFate.WentOutLater) + fates.GetValueOrDefault(ContactFate.Waiting)),
                Number(fates.GetValueOrDefault(ContactFate.Stopped)));
        }

        return table;
    }

    private Table NewTable(TextKey first, params TextKey[] others)
    {
        var table = new Table().RoundedBorder().AddColumn(new TableColumn(Markup.Escape(texts[first])).LeftAligned());
        foreach (var other in others) table.AddColumn(new TableColumn(Markup.Escape(texts[other])).RightAligned());
        return table;
    }

    private static int Put(WeekReport report, params ContactFate[] fates) => fates.Sum(fate => report.ByFate.GetValueOrDefault(fate));

    private string Number(int count) => count.ToString("N0", texts.Culture);
}
