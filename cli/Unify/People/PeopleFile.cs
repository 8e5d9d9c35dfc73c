using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using CsvHelper;

namespace Crm.Extensions.Cli.Unify.People;

/// <summary>Makes a file of records of people who stand in it several times, with the truth in the column <c>cluster</c>. One seed, one file.</summary>
internal static class PeopleFile
{
    // records of one person lie so many rows apart at most, as they do where departments deliver one after another
    private const int Shelf = 20_000;

    public static IReadOnlyList<string> Columns { get; } =
    [
        "givenname", "familyname", "secondfamilyname", "birthdate", "email", "phone", "nationalid", "street", "streetnumber", "city", "state", "postcode", "country",
    ];

    /// <param name="count">Records, not people; about 55 people in 100 records.</param>
    public static void Write(string path, int count, int seed)
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        WriteRow(csv, ["recordid", .. Columns, "cluster"]);
        var number = 0;
        foreach (var row in Records(count, seed)) WriteRow(csv, [(++number).ToString(CultureInfo.InvariantCulture), .. row]);
    }

    /// <summary>Rows in <see cref="Columns"/> and, last, the person's number.</summary>
    public static IEnumerable<string[]> Records(int count, int seed)
    {
        var random = new Random(seed);
        var shelf = new List<string[]>(Shelf);
        var given = 0;
        foreach (var row in InOrder(random))
        {
            shelf.Add(row);
            if (shelf.Count < Shelf && given + shelf.Count < count) continue;
            var at = random.Next(shelf.Count);
            yield return shelf[at];
            shelf[at] = shelf[^1];
            shelf.RemoveAt(shelf.Count - 1);
            if (++given + shelf.Count >= count) break;
        }

        while (shelf.Count > 0 && given++ < count)
        {
            var at = random.Next(shelf.Count);
            yield return shelf[at];
            shelf[at] = shelf[^1];
            shelf.RemoveAt(shelf.Count - 1);
        }
    }

    private static IEnumerable<string[]> InOrder(Random random)
    {
        Person? last = null;
        for (var number = 1; ; number++)
        {
            // one in four is of the family of the one before
            var person = last is not null && random.Next(4) == 0 ? last.Relative(random) : Person.Make(random);
            last = person;
            var records = Times(random);
            for (var time = 0; time < records; time++)
            {
                if (time > 0 && random.Next(8) == 0) person = person.Moved(random);
                yield return [.. Clerk.Write(random, person, faithful: time == 0), number.ToString(CultureInfo.InvariantCulture)];
            }
        }
    }

    /// <summary>Half of all people stand there once.</summary>
    private static int Times(Random random) => random.Next(100) switch { < 50 => 1, < 75 => 2, < 90 => 3, < 97 => 4, _ => 6 };

    private static void WriteRow(CsvWriter csv, string[] values)
    {
        foreach (var value in values) csv.WriteField(value);
        csv.NextRecord();
    }
}
