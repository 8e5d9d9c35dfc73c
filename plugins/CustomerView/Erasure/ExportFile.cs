using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>Everything we hold about a customer and what for, as text and as JSON.</summary>
[DataContract]
internal sealed class ExportFile
{
    [DataMember(Name = "sections", Order = 1)]
    public List<ExportedSection> Sections { get; private set; } = new();

    public int Count => Sections.Sum(section => section.Rows.Count);

    public string Json()
    {
        using var stream = new MemoryStream();
        new DataContractJsonSerializer(typeof(ExportFile)).WriteObject(stream, this);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public string Text(Language language, string heading)
    {
        var text = new StringBuilder(heading).Append('\n');
        foreach (var section in Sections.Where(section => section.Rows.Count > 0 || section.Withheld))
        {
            text.Append("\n").Append(section.Title).Append(" (").Append(section.Rows.Count.ToString(CultureInfo.InvariantCulture)).Append(section.More ? "+" : "").Append(")\n");
            text.Append(section.Why).Append('\n');
            if (section.Withheld) text.Append(ErasureTexts.Write(language, "Withheld")).Append('\n');
            foreach (var row in section.Rows)
            {
                text.Append("• ").Append(string.Join("; ", row.Columns.Select(column => column.Name + ": " + column.Value))).Append('\n');
            }
        }

        return text.ToString();
    }
}

[DataContract]
internal sealed class ExportedSection
{
    [DataMember(Name = "section", Order = 1)]
    public string Title { get; set; } = "";

    [DataMember(Name = "table", Order = 2)]
    public string Table { get; set; } = "";

    /// <summary>What we hold it for.</summary>
    [DataMember(Name = "purpose", Order = 3)]
    public string Why { get; set; } = "";

    /// <summary>Whether there is more than an export holds.</summary>
    [DataMember(Name = "more", Order = 4)]
    public bool More { get; set; }

    /// <summary>Whether the caller may not read the table.</summary>
    [DataMember(Name = "withheld", Order = 5)]
    public bool Withheld { get; set; }

    [DataMember(Name = "rows", Order = 6)]
    public List<ExportedRow> Rows { get; private set; } = new();
}

[DataContract]
internal sealed class ExportedRow
{
    [DataMember(Name = "columns", Order = 1)]
    public List<ExportedColumn> Columns { get; private set; } = new();
}

[DataContract]
internal sealed class ExportedColumn
{
    [DataMember(Name = "name", Order = 1)]
    public string Name { get; set; } = "";

    [DataMember(Name = "value", Order = 2)]
    public string Value { get; set; } = "";
}
