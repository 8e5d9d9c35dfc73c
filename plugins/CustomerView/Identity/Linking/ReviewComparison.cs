using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Two records side by side with what each field contributed, as the review form shows them.</summary>
[DataContract]
internal sealed class ReviewComparison
{
    private const int Longest = 20000;

    [DataMember(Name = "left", Order = 1)]
    public ComparedRecord Left { get; set; } = new();

    [DataMember(Name = "right", Order = 2)]
    public ComparedRecord Right { get; set; } = new();

    [DataMember(Name = "contributions", Order = 3)]
    public List<ComparedField> Contributions { get; set; } = new();

    /// <summary>0 to 1.</summary>
    [DataMember(Name = "score", Order = 4)]
    public decimal Score { get; set; }

    public static string Write(DoubtfulPair pair, Language language)
    {
        var comparison = new ReviewComparison
        {
            Left = ComparedRecord.Of(pair.Left),
            Right = ComparedRecord.Of(pair.Right),
            Contributions = pair.Score.Contributions.Select(contribution => ComparedField.Of(contribution, language)).ToList(),
            Score = new StrongestPair(pair.Score).Probability(),
        };
        var text = Json(comparison);
        for (var most = 1000; text.Length > Longest && most > 10; most /= 2)
        {
            comparison.Left.Shorten(most);
            comparison.Right.Shorten(most);
            text = Json(comparison);
        }

        return text;
    }

    private static string Json(ReviewComparison comparison)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(ReviewComparison)).WriteObject(buffer, comparison);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>One of the two records.</summary>
[DataContract]
internal sealed class ComparedRecord
{
    [DataMember(Name = "title", Order = 1)]
    public string Title { get; set; } = "";

    /// <summary>Code of the source.</summary>
    [DataMember(Name = "source", Order = 2)]
    public string Source { get; set; } = "";

    [DataMember(Name = "fields", Order = 3)]
    public List<ComparedValue> Fields { get; set; } = new();

    public static ComparedRecord Of(KnownLink link)
    {
        var record = link.Record;
        var fields = Values(record.Written ?? Normal(record)).Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToList();
        return new ComparedRecord { Title = link.Title, Source = link.Source, Fields = fields };
    }

    public void Shorten(int most) => Fields.ForEach(field => field.Value = field.Value is { } value && value.Length > most ? value.Substring(0, most) : field.Value);

    private static IEnumerable<ComparedValue> Values(IdentityRecord record)
    {
        yield return new("fullname", record.FullName);
        yield return new("givenname", record.GivenName);
        yield return new("familyname", record.FamilyName);
        yield return new("secondfamilyname", record.SecondFamilyName);
        yield return new("company", record.Company);
        yield return new("birthdate", record.BirthDate);
        yield return new("nationalid", record.NationalId);
        yield return new("email", record.Email);
        yield return new("phone", record.Phone);
        yield return new("street", record.Street);
        yield return new("streetnumber", record.StreetNumber);
        yield return new("city", record.City);
        yield return new("state", record.State);
        yield return new("postcode", record.Postcode);
        yield return new("country", record.Country);
    }

    // a record that was too long to be kept as written
    private static IdentityRecord Normal(NormalRecord record) => new()
    {
        GivenName = string.Join(" ", record.GivenNames),
        FamilyName = string.Join(" ", record.FamilyNames),
        Company = record.Company,
        BirthDate = record.BirthDate?.ToString(),
        NationalId = string.Join("; ", record.NationalIds.Select(id => id.Value)),
        Email = string.Join("; ", record.Emails),
        Phone = string.Join("; ", record.Phones),
        Street = string.Join(" ", record.Street),
        StreetNumber = record.StreetNumber,
        City = record.City,
        State = record.State,
        Postcode = record.Postcode,
        Country = record.Country,
    };
}

/// <summary>A value of a record.</summary>
[DataContract]
internal sealed class ComparedValue
{
    public ComparedValue(string field, string? value)
    {
        Field = field;
        Value = value;
    }

    [DataMember(Name = "field", Order = 1)]
    public string Field { get; set; }

    [DataMember(Name = "value", Order = 2)]
    public string? Value { get; set; }
}

/// <summary>What a field said of the pair.</summary>
[DataContract]
internal sealed class ComparedField
{
    [DataMember(Name = "field", Order = 1)]
    public string Field { get; set; } = "";

    [DataMember(Name = "level", Order = 2)]
    public string Level { get; set; } = "";

    /// <summary>Log2.</summary>
    [DataMember(Name = "weight", Order = 3)]
    public decimal Weight { get; set; }

    [DataMember(Name = "text", Order = 4)]
    public string Text { get; set; } = "";

    public static ComparedField Of(FieldContribution contribution, Language language) => new()
    {
        Field = contribution.Part,
        Level = contribution.Level.ToString(),
        Weight = Math.Round((decimal)contribution.Weight, 6),
        Text = ContributionText.Line(contribution, language),
    };
}
