using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>What the model holds and how it is called: <c>plugins/Model/model.json</c>.</summary>
internal sealed class ModelSettings
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Tables by logical name.</summary>
    public Dictionary<string, ModelTable> Tables { get; init; } = [];

    /// <summary>Global choices by name.</summary>
    public Dictionary<string, ModelChoice> Choices { get; init; } = [];

    /// <exception cref="SourceException">The file is not JSON of this shape.</exception>
    public static ModelSettings Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelSettings>(File.ReadAllText(path), Format) ?? new ModelSettings();
        }
        catch (JsonException fault)
        {
            throw new SourceException(path, (int)(fault.LineNumber ?? 0) + 1, fault.Message, fault);
        }
    }
}

/// <summary>One table of the model.</summary>
internal sealed class ModelTable
{
    /// <summary>Name of the class where the schema name won't do.</summary>
    public string? Class { get; init; }

    /// <summary>The platform's columns that our code uses; without a list all are taken. Columns of our prefix always are.</summary>
    public List<string>? Columns { get; init; }
}

/// <summary>One global choice of the model: names that a changed label does not change.</summary>
internal sealed class ModelChoice
{
    /// <summary>Name of the enum.</summary>
    public string Enum { get; init; } = "";

    /// <summary>Names of its members by value; an option without one is called by its English label.</summary>
    public Dictionary<string, string> Members { get; init; } = [];
}
