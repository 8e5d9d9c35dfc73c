using System;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What is answered to who asks for goodwill.</summary>
internal sealed record GrantAnswer(Guid GrantId, bool Granted, string Explanation, GrantFile Details);

/// <summary>A grant as JSON. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class GrantFile
{
    /// <summary>granted, grantedwithalert, beyondcase, beyondmonth, redress or repeated.</summary>
    [DataMember(Name = "outcome", Order = 0)] public string Outcome { get; set; } = "";

    [DataMember(Name = "amount", Order = 1)] public decimal Amount { get; set; }

    [DataMember(Name = "currency", Order = 2)] public string Currency { get; set; } = "";

    /// <summary>The amount in the currency of the limit (of redress: of what was taken).</summary>
    [DataMember(Name = "limitAmount", Order = 3)] public decimal LimitAmount { get; set; }

    [DataMember(Name = "limitCurrency", Order = 4)] public string LimitCurrency { get; set; } = "";

    [DataMember(Name = "rate", Order = 5)] public decimal Rate { get; set; }

    /// <summary>yyyy-MM-dd.</summary>
    [DataMember(Name = "ratedOn", Order = 6)] public string RatedOn { get; set; } = "";

    /// <summary>What is left afterwards: of the case, or of what was taken.</summary>
    [DataMember(Name = "left", Order = 7)] public decimal Left { get; set; }

    /// <summary>What is left of the month afterwards; null: nothing limits it.</summary>
    [DataMember(Name = "leftInMonth", Order = 8, EmitDefaultValue = false)] public decimal? LeftInMonth { get; set; }

    /// <summary>Id of the worker who may say yes; null: nobody needs to.</summary>
    [DataMember(Name = "waitsFor", Order = 9, EmitDefaultValue = false)] public string? WaitsFor { get; set; }

    public string Write()
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(GrantFile)).WriteObject(buffer, this);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    internal static GrantFile Of(GoodwillWish wish, JudgedWish judged) => new()
    {
        Outcome = Collections.Words.Of(judged.Ruling.Outcome),
        Amount = wish.Amount,
        Currency = wish.Currency,
        LimitAmount = judged.InLimit,
        LimitCurrency = judged.Limit.Currency,
        Rate = judged.Rate.Rate,
        RatedOn = judged.Rate.On.ToString(),
        Left = judged.Ruling.IsGranted ? judged.LeftOnCaseAfter : judged.Ruling.LeftOnCase,
        LeftInMonth = judged.Ruling.IsGranted ? judged.LeftInMonthAfter : judged.Ruling.LeftInMonth,
    };
}
