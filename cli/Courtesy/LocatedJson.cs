using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>A JSON value that knows the line it stands in.</summary>
internal sealed class LocatedJson
{
    private readonly List<KeyValuePair<string, LocatedJson>> members = [];
    private readonly List<LocatedJson> items = [];

    private LocatedJson(JsonTokenType kind, int line)
    {
        Kind = kind;
        Line = line;
    }

    /// <summary>StartObject, StartArray, or the kind of a plain value.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>First line is 1.</summary>
    public int Line { get; }

    /// <summary>The text of a string or number; empty otherwise.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Members in the file's order; a name that is given twice stands twice.</summary>
    public IReadOnlyList<KeyValuePair<string, LocatedJson>> Members => members;

    public IReadOnlyList<LocatedJson> Items => items;

    /// <exception cref="JsonException">Not JSON; <see cref="JsonException.LineNumber"/> counts from 0.</exception>
    public static LocatedJson Parse(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var value = Read(ref reader, bytes);
        reader.Read(); // anything behind the value is a mistake
        return value;
    }

    public LocatedJson? this[string name] => members.Find(member => member.Key == name).Value;

    private static LocatedJson Read(ref Utf8JsonReader reader, byte[] bytes)
    {
        var kind = reader.TokenType;
        var line = LineAt(bytes, reader.TokenStartIndex);
        switch (kind)
        {
            case JsonTokenType.StartObject:
                var record = new LocatedJson(kind, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    record.members.Add(KeyValuePair.Create(name, Read(ref reader, bytes)));
                }

                return record;
            case JsonTokenType.StartArray:
                var list = new LocatedJson(kind, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.items.Add(Read(ref reader, bytes));
                return list;
            case JsonTokenType.String:
                return new LocatedJson(kind, line) { Text = reader.GetString()! };
            default:
                return new LocatedJson(kind, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    private static int LineAt(byte[] bytes, long index)
    {
        var line = 1;
        for (var i = 0; i < index; i++) line += bytes[i] == '\n' ? 1 : 0;
        return line;
    }
}
