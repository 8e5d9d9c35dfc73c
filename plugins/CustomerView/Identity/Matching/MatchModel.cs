using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Everything that scoring a pair and finding candidates needs beside the records: the same for live and bulk. Never changed after it was made.</summary>
internal sealed class MatchModel
{
    private const int KnownVersion = 1;
    private static readonly Lazy<MatchModel> shipped = new(ReadShipped);

    private readonly FieldWeights[] fields;
    private readonly TermFrequencies?[] frequencies;
    private readonly HashSet<ulong> generic;
    private readonly HashSet<ulong> suppressed;

    /// <param name="fields">By <see cref="MatchField"/>, all of them.</param>
    /// <param name="frequencies">By <see cref="MatchField"/>; null where every value of the field weighs the same.</param>
    public MatchModel(ModelScale scale, FieldWeights[] fields, TermFrequencies?[] frequencies, IEnumerable<ulong> generic, IEnumerable<ulong> suppressed)
    {
        Scale = scale;
        this.fields = fields;
        this.frequencies = frequencies;
        this.generic = [.. generic];
        this.suppressed = [.. suppressed];
    }

    /// <summary>Sensible where nothing was trained: trained on generated people of Latin America and Spain.</summary>
    public static MatchModel Shipped => shipped.Value;

    /// <summary>Prior, thresholds and what else belongs to the whole data.</summary>
    public ModelScale Scale { get; }

    /// <summary>Log2 odds from which a pair matches.</summary>
    public double Match => Scale.Match;

    /// <summary>Log2 odds from which a steward is asked.</summary>
    public double Review => Scale.Review;

    public FieldWeights this[MatchField field] => fields[(int)field];

    /// <summary>How common the field's values are; null where that is not looked at.</summary>
    public TermFrequencies? Frequencies(MatchField field) => frequencies[(int)field];

    /// <summary>Whether a value was learned to say nothing: a switchboard's number, test@example.com.</summary>
    public bool IsGeneric(MatchField field, string value) => generic.Count > 0 && generic.Contains(ValueMark(field, value));

    /// <summary>Whether a blocking key is so common that it says nothing.</summary>
    /// <param name="key">Of <see cref="BlockingKeys.Fingerprints"/>.</param>
    public bool IsSuppressed(ulong key) => suppressed.Contains(key);

    /// <summary>Whether a blocking key is so common that it says nothing.</summary>
    /// <param name="key">Of <see cref="BlockingKeys.Of"/>.</param>
    public bool IsSuppressed(string key) => suppressed.Contains(Fingerprint.Of(key));

    /// <summary>The same model, which suppresses these blocking keys too.</summary>
    public MatchModel Suppressing(IEnumerable<ulong> keys) => new(Scale, fields, frequencies, generic, [.. suppressed, .. keys]);

    /// <summary>The number under which a generic value is stored.</summary>
    public static ulong ValueMark(MatchField field, string value) => unchecked(Fingerprint.Of(value) + ((ulong)field * 0x9E3779B97F4A7C15));

    /// <exception cref="InvalidDataException">The text is no model, or of a version that is not known here.</exception>
    public static MatchModel Read(string json)
    {
        try
        {
            using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(json));
            return Make((MatchModelFile)new DataContractJsonSerializer(typeof(MatchModelFile)).ReadObject(buffer)!);
        }
        catch (Exception wrong) when (wrong is SerializationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("This is no matching model: " + wrong.Message, wrong);
        }
    }

    /// <summary>The same model always gives the same text.</summary>
    public string Write()
    {
        var file = new MatchModelFile
        {
            Version = KnownVersion,
            Records = Scale.Records,
            Prior = Scale.Prior,
            Match = Scale.Match,
            Review = Scale.Review,
            Households = Scale.Households,
            RecordsPerCustomer = Scale.RecordsPerCustomer,
            Fields = [],
            Frequencies = [],
            Generic = PackedNumbers.Write(Sorted(generic)),
            Suppressed = PackedNumbers.Write(Sorted(suppressed)),
        };
        for (var field = 0; field < MatchFields.Count; field++)
        {
            var levels = new List<LevelFile>();
            for (var level = AgreementLevel.Exact; level <= AgreementLevel.Different; level++)
            {
                if (fields[field].M(level) > 0) levels.Add(new LevelFile { Level = level.ToString(), M = fields[field].M(level), U = fields[field].U(level) });
            }

            file.Fields.Add(new FieldFile { Field = ((MatchField)field).ToString(), Levels = levels });
            if (frequencies[field] is { } known) file.Frequencies.Add(known.Write((MatchField)field));
        }

        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(MatchModelFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static MatchModel Make(MatchModelFile file)
    {
        if (file.Version != KnownVersion) throw new InvalidDataException($"Version {file.Version} of matching models is not known here, {KnownVersion} is.");

        var fields = new FieldWeights[MatchFields.Count];
        for (var field = 0; field < fields.Length; field++) fields[field] = new FieldWeights(new double[AgreementLevels.Count], new double[AgreementLevels.Count]);
        foreach (var field in file.Fields ?? [])
        {
            var m = new double[AgreementLevels.Count];
            var u = new double[AgreementLevels.Count];
            foreach (var level in field.Levels ?? [])
            {
                var at = (int)(AgreementLevel)Enum.Parse(typeof(AgreementLevel), level.Level);
                m[at] = level.M;
                u[at] = level.U;
            }

            fields[(int)(MatchField)Enum.Parse(typeof(MatchField), field.Field)] = new FieldWeights(m, u);
        }

        var frequencies = new TermFrequencies?[MatchFields.Count];
        foreach (var known in file.Frequencies ?? [])
        {
            frequencies[(int)(MatchField)Enum.Parse(typeof(MatchField), known.Field)] = TermFrequencies.Read(known, file.RecordsPerCustomer);
        }

        var scale = new ModelScale
        {
            Records = file.Records,
            Prior = file.Prior,
            Match = file.Match,
            Review = file.Review,
            Households = file.Households,
            RecordsPerCustomer = file.RecordsPerCustomer,
        };
        return new MatchModel(scale, fields, frequencies, PackedNumbers.Read(file.Generic), PackedNumbers.Read(file.Suppressed));
    }

    private static MatchModel ReadShipped()
    {
        const string name = "Crm.Extensions.CustomerView.Identity.Matching.ShippedModel.json";
        using var stream = typeof(MatchModel).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }

    private static ulong[] Sorted(HashSet<ulong> numbers)
    {
        var sorted = new ulong[numbers.Count];
        numbers.CopyTo(sorted);
        Array.Sort(sorted);
        return sorted;
    }
}
