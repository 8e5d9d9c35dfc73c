using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Unify;

/// <summary>A CSV of records, read row by row. Comma, semicolon, tab or bar divides it, whichever its header shows.</summary>
internal sealed class InputFile : IDisposable
{
    // a quote that is opened and never closed swallows the rest of a file
    private const int MostLinesOfARow = 2000;

    private readonly StreamReader text;
    private readonly CsvReader csv;
    private readonly string[] header;
    private readonly int[][] places = new int[IdentityFields.All.Count][];
    private readonly int truth;

    /// <param name="map">Null: guessed from the header.</param>
    /// <param name="truthColumn">The column that names the true customer; null: none.</param>
    /// <exception cref="InvalidDataException">The file is empty, or a column is not in it.</exception>
    public InputFile(string path, IdentityMap? map, string? truthColumn)
    {
        Name = Path.GetFileName(path);
        text = TextFile.Open(path, out var notice);
        EncodingNotice = notice;
        csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            BufferSize = 1 << 16,
            Delimiter = DelimiterOf(text),
        });
        if (!csv.Read() || !csv.ReadHeader()) throw new InvalidDataException($"{Name} is empty. Its first line must name the columns.");
        header = [.. csv.HeaderRecord!.Select(column => column.Trim())];
        GuessedMap = map is null ? IdentityMap.Guess(Name, header) : null;
        foreach (var (field, columns) in (map ?? GuessedMap!).Columns) places[(int)field] = [.. columns.Select(column => Place(column, map?.Name))];
        truth = truthColumn is null ? -1 : Place(truthColumn, null);
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The map that was made from the header; null where one was given.</summary>
    public IdentityMap? GuessedMap { get; }

    /// <summary>What to know of the file's encoding; null for plain UTF-8.</summary>
    public string? EncodingNotice { get; }

    /// <summary>How much of the file was read, 0 to 1.</summary>
    public double Progress => text.BaseStream.Length == 0 ? 1 : (double)text.BaseStream.Position / text.BaseStream.Length;

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
    }

    /// <exception cref="InvalidDataException">A quote is opened and never closed.</exception>
    public IEnumerable<InputRow> Rows()
    {
        var number = 0;
        var line = csv.Parser.RawRow + 1;
        while (csv.Read())
        {
            if (csv.Parser.RawRow - line > MostLinesOfARow)
                throw new InvalidDataException($"{Name}, line {line}: a quote is opened and not closed within {MostLinesOfARow} lines. Double the quote or take it out.");
            yield return Row(line, ++number);
            line = csv.Parser.RawRow + 1;
        }
    }

    private InputRow Row(int line, int number)
    {
        var values = csv.Parser.Count;
        var problem = values < header.Length ? $"column {header[values]}: the row has {values} of {header.Length} values"
            : Enumerable.Range(header.Length, values - header.Length).Any(at => !string.IsNullOrWhiteSpace(csv.Parser[at]))
                ? $"column {header[^1]}: the row has {values} values for {header.Length} columns; put values with a '{csv.Configuration.Delimiter}' in quotes"
            : null;
        var id = Value(IdentityField.RecordId)?.Trim() ?? "";
        if (id.Length == 0)
        {
            if (places[(int)IdentityField.RecordId] is { } place) problem ??= $"column {header[place[0]]}: the record has no id";
            id = number.ToString(CultureInfo.InvariantCulture);
        }

        return new InputRow(line, id, Identity(), truth >= 0 && truth < values ? csv.Parser[truth].Trim() : null, problem);
    }

    private IdentityRecord Identity() => new()
    {
        FullName = Value(IdentityField.FullName),
        GivenName = Value(IdentityField.GivenName),
        FamilyName = Value(IdentityField.FamilyName),
        SecondFamilyName = Value(IdentityField.SecondFamilyName),
        BirthDate = Value(IdentityField.BirthDate),
        Email = Value(IdentityField.Email),
        Phone = Value(IdentityField.Phone),
        NationalId = Value(IdentityField.NationalId),
        Street = Value(IdentityField.Street),
        StreetNumber = Value(IdentityField.StreetNumber),
        City = Value(IdentityField.City),
        State = Value(IdentityField.State),
        Postcode = Value(IdentityField.Postcode),
        Country = Value(IdentityField.Country),
        Company = Value(IdentityField.Company),
    };

    private string? Value(IdentityField field)
    {
        if (places[(int)field] is not { } columns) return null;
        if (columns.Length == 1) return columns[0] < csv.Parser.Count && csv.Parser[columns[0]] is { Length: > 0 } value ? value : null;
        var given = columns.Where(column => column < csv.Parser.Count && !string.IsNullOrWhiteSpace(csv.Parser[column])).Select(column => csv.Parser[column].Trim());
        return string.Join(field is IdentityField.Email or IdentityField.Phone or IdentityField.NationalId ? "; " : " ", given) is { Length: > 0 } joined ? joined : null;
    }

    private int Place(string column, string? map)
    {
        var place = Array.FindIndex(header, one => string.Equals(one, column, StringComparison.OrdinalIgnoreCase));
        return place >= 0 ? place
            : throw new InvalidDataException($"{Name} has no column '{column}'{(map is null ? "" : $", which {map} names")}. Its columns are {string.Join(", ", header)}.");
    }

    private static string DelimiterOf(StreamReader text)
    {
        var header = text.ReadLine() ?? "";
        text.BaseStream.Position = 0;
        text.DiscardBufferedData();
        return new[] { ",", ";", "\t", "|" }.MaxBy(delimiter => header.Split(delimiter).Length)!;
    }
}
