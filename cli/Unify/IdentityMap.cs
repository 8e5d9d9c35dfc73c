using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Courtesy;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Which column of a file holds which field of a record. Several columns may hold one field: they are joined by a space.</summary>
internal sealed class IdentityMap
{
    private readonly Dictionary<IdentityField, string[]> columns = [];

    private IdentityMap(string name) => Name = name;

    /// <summary>The map's file, for messages.</summary>
    public string Name { get; }

    public IReadOnlyDictionary<IdentityField, string[]> Columns => columns;

    /// <summary>Reads <c>{ "recordid": "id", "street": ["address_1", "address_2"] }</c>.</summary>
    /// <exception cref="InvalidDataException">Not JSON, an unknown field, or a value that names no column; the message says the line and the remedy.</exception>
    public static IdentityMap Read(string path)
    {
        var map = new IdentityMap(Path.GetFileName(path));
        using var text = TextFile.Open(path);
        foreach (var (member, value) in Parse(map.Name, text.ReadToEnd()).Members)
        {
            if (!IdentityFields.TryParse(member, out var field))
                throw new InvalidDataException($"{map.Name}, line {value.Line}: '{member}' is no field. Known: {string.Join(", ", IdentityFields.All.Select(IdentityFields.Name))}.");
            if (map.columns.ContainsKey(field)) throw new InvalidDataException($"{map.Name}, line {value.Line}: '{member}' is there twice; give its columns as a list.");
            if (Names(value) is not { Length: > 0 } names)
                throw new InvalidDataException($"{map.Name}, line {value.Line}: '{member}' must be the name of a column, or a list of names.");
            map.columns[field] = names;
        }

        return map.columns.Count > 0 ? map : throw new InvalidDataException($"{map.Name} maps nothing. It must say which column holds which field, such as {{ \"fullname\": \"Name\" }}.");
    }

    /// <summary>The map that a file's header suggests.</summary>
    /// <exception cref="InvalidDataException">No column has a name that is known.</exception>
    public static IdentityMap Guess(string file, IEnumerable<string> header)
    {
        var map = new IdentityMap("the guessed map");
        foreach (var column in header)
        {
            if (IdentityFields.TryGuess(column, out var field) && !map.columns.ContainsKey(field)) map.columns[field] = [column];
        }

        return map.columns.Keys.Any(field => field is not (IdentityField.RecordId or IdentityField.Country)) ? map
            : throw new InvalidDataException($"{file}: no column has a name that is known. Say by --map map.json which column holds which field, such as {{ \"fullname\": \"{header.FirstOrDefault() ?? "Name"}\" }}.");
    }

    public override string ToString() => string.Join(", ", columns.Select(one => $"{IdentityFields.Name(one.Key)} = {string.Join(" + ", one.Value)}"));

    private static string[]? Names(LocatedJson value) => value.Kind switch
    {
        JsonTokenType.String => value.Text.Trim().Length > 0 ? [value.Text.Trim()] : null,
        JsonTokenType.StartArray when value.Items.All(item => item.Kind == JsonTokenType.String && item.Text.Trim().Length > 0) => [.. value.Items.Select(item => item.Text.Trim())],
        _ => null,
    };

    private static LocatedJson Parse(string name, string json)
    {
        try
        {
            var file = LocatedJson.Parse(json);
            return file.Kind == JsonTokenType.StartObject ? file : throw new InvalidDataException($"{name} must hold one JSON object: {{ \"field\": \"column\" }}.");
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"{name}, line {(mistake.LineNumber ?? 0) + 1}: this is no JSON. It must be {{ \"field\": \"column\" }}.", mistake);
        }
    }
}
